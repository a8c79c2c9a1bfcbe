@echo off
rem Installs simcase into the folder named, with the Python that is on the PATH.
python "%~dp0install.py" %*
exit /b %ERRORLEVEL%
