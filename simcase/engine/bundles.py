"""Bundles of arrays that compiled functions hand on by their address.

Numba passes a named tuple in parts: a function that takes some hundred arrays has a thousand arguments, put together and taken apart
again in each function and at each call of one. Two fifths of the time that it took to compile the kernel went into that.
"""

from __future__ import annotations

from typing import Any, TypeVar

from numba.core import cgutils, types
from numba.core.imputils import lower_getattr_generic
from numba.core.registry import cpu_target
from numba.core.typing.templates import AttributeTemplate
from numba.extending import NativeValue, infer_getattr, models, register_model, typeof_impl, unbox

T = TypeVar("T")


class Bundle(types.Type):
    """The type of a named tuple whose values lie side by side in memory, and of which a function takes the address."""

    def __init__(self, kind: Any, held: tuple[Any, ...]) -> None:  # noqa: ANN401 - Numba states no types
        """Take a class of named tuples, and the types of the values."""
        self.fields, self.held = kind._fields, held
        super().__init__(f"{kind.__name__}({', '.join(map(str, held))})")


@register_model(Bundle)
class _ByAddress(models.StructModel):
    """How compiled code holds a bundle: by the address of a copy that a function makes of what it takes.

    Nobody writes into a bundle, so the optimizer takes most copies away again. Without them it would have to fear that what is written
    into an array moves the array itself.
    """

    def __init__(self, manager: Any, kind: Bundle) -> None:  # noqa: ANN401
        super().__init__(manager, kind, [*zip(kind.fields, kind.held, strict=True)])

    def get_value_type(self) -> Any:  # noqa: ANN401
        return super().get_value_type().as_pointer()

    def get_argument_type(self) -> Any:  # noqa: ANN401
        return self.get_value_type()

    def as_argument(self, builder: Any, value: Any) -> Any:  # noqa: ANN401, ARG002
        return value

    def from_argument(self, builder: Any, value: Any) -> Any:  # noqa: ANN401
        size = cpu_target.target_context.get_abi_sizeof(value.type.pointee)
        own = cgutils.alloca_once(builder, value.type.pointee)
        cgutils.raw_memcpy(builder, own, value, cgutils.intp_t(size), 1)
        return own


@infer_getattr
class _Field(AttributeTemplate):
    """What type a field of a bundle has."""

    key = Bundle

    def generic_resolve(self, value: Bundle, attr: str) -> Any:  # type: ignore[override] # noqa: ANN401
        return value.held[value.fields.index(attr)] if attr in value.fields else None


@lower_getattr_generic(Bundle)
def _field(_: object, builder: Any, kind: Bundle, value: Any, name: str) -> Any:  # noqa: ANN401
    """Read a field of a bundle."""
    return builder.load(cgutils.gep_inbounds(builder, value, 0, kind.fields.index(name)))


@unbox(Bundle)
def _unboxed(kind: Bundle, value: Any, made: Any) -> Any:  # noqa: ANN401
    """Take a bundle from Python."""
    builder = made.builder
    whole = cgutils.alloca_once(builder, made.context.get_value_type(kind).pointee)
    failed = cgutils.alloca_once_value(builder, cgutils.false_bit)
    for index, each in enumerate(kind.held):
        found = made.unbox(each, made.pyapi.tuple_getitem(value, index))
        with builder.if_then(found.is_error, likely=False):
            builder.store(cgutils.true_bit, failed)
        builder.store(found.value, cgutils.gep_inbounds(builder, whole, 0, index))
    return NativeValue(whole, is_error=builder.load(failed))


def bundle(kind: type[T]) -> type[T]:
    """Have compiled functions take named tuples of a class as bundles."""
    typeof_impl.register(kind)(lambda value, context: Bundle(kind, tuple(typeof_impl(each, context) for each in value)))
    return kind
