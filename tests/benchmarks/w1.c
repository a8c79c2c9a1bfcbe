/* The measuring model in plain C: the same clocks from the same luck as simcase, citizen by citizen.
 *
 *   w1 SEED FIRST COUNT [print]
 *
 * plays COUNT replications from number FIRST on. With `print` each writes its events and its average headcounts by month and state. The
 * last line holds the processor seconds of the replications, the largest memory in MB, and a sum that keeps the compiler from idling.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { STATES = 7, EXITS = 4, MONTHS = 48, DAYS = 1456 };

typedef struct { int to; double yearly; } Exit;
typedef struct { int count; Exit exit[EXITS]; } State;
typedef struct { double days[MONTHS + 1][STATES]; long whole[MONTHS + 2][STATES]; long events; } Record;

enum { EMPLOYMENT, A_DAGPENGE, KONTANTHJAELP, SYGEDAGPENGE, JOBAFKLARING, FLEKSJOB, OTHER };

static const int stock[STATES] = {23000, 650, 1000, 800, 300, 1400, 8850};
static const State model[STATES] = {
    [EMPLOYMENT] = {4, {{A_DAGPENGE, .075}, {SYGEDAGPENGE, .15}, {KONTANTHJAELP, .012}, {OTHER, .03}}},
    [A_DAGPENGE] = {3, {{EMPLOYMENT, 2.2}, {SYGEDAGPENGE, .25}, {KONTANTHJAELP, .1}}},
    [KONTANTHJAELP] = {4, {{EMPLOYMENT, .45}, {OTHER, .25}, {SYGEDAGPENGE, .02}, {FLEKSJOB, .04}}},
    [SYGEDAGPENGE] = {4, {{EMPLOYMENT, 4.2}, {JOBAFKLARING, .55}, {A_DAGPENGE, .2}, {OTHER, .1}}},
    [JOBAFKLARING] = {3, {{EMPLOYMENT, .4}, {FLEKSJOB, .3}, {OTHER, .2}}},
    [FLEKSJOB] = {2, {{SYGEDAGPENGE, .02}, {OTHER, .05}}},
    [OTHER] = {2, {{EMPLOYMENT, .08}, {KONTANTHJAELP, .04}}},
};
static double rate[STATES][EXITS]; /* events a day */
static double edge[MONTHS + 1];    /* days since the start at which a month begins */
static int month_of_day[DAYS + 1];

static void prepare(void)
{
    static const int length[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int s = 0; s < STATES; s++)
        for (int x = 0; x < model[s].count; x++)
            rate[s][x] = model[s].exit[x].yearly / 365.25;
    double day = -1.0; /* the start is 2 July 2018 */
    for (int m = 0; m < MONTHS; m++) {
        int month = (m + 6) % 12, year = 2018 + (m + 6) / 12;
        edge[m] = day > 0.0 ? day : 0.0;
        day += length[month] + (month == 1 && year % 4 == 0);
    }
    edge[MONTHS] = DAYS;
    for (int d = 0, m = 0; d < DAYS; d++) {
        while (edge[m + 1] <= d)
            m++;
        month_of_day[d] = m;
    }
    month_of_day[DAYS] = MONTHS;
}

static inline double unit(uint32_t high, uint32_t low)
{
    return ((double)((uint64_t)(high >> 5) * 67108864u + (low >> 6)) + 0.5) * 0x1p-53;
}

/* Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011): two uniforms a block. */
static inline void two(uint64_t seed, uint32_t replication, uint32_t citizen, uint32_t what, uint32_t block, double draw[2])
{
    uint32_t a = replication, b = citizen, c = what, d = block, k0 = (uint32_t)seed, k1 = (uint32_t)(seed >> 32);
    for (int round = 0; round < 10; round++) {
        uint64_t p0 = (uint64_t)0xD2511F53u * a, p1 = (uint64_t)0xCD9E8D57u * c;
        a = (uint32_t)(p1 >> 32) ^ b ^ k0;
        b = (uint32_t)p1;
        c = (uint32_t)(p0 >> 32) ^ d ^ k1;
        d = (uint32_t)p0;
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    draw[0] = unit(a, b);
    draw[1] = unit(c, d);
}

static inline void add_days(Record *into, int state, double begin, double end)
{
    int first = month_of_day[(int)begin], last = month_of_day[(int)end];
    if (first == last) {
        into->days[first][state] += end - begin;
        return;
    }
    into->days[first][state] += edge[first + 1] - begin;
    into->whole[first + 1][state]++;
    into->whole[last][state]--;
    if (last < MONTHS)
        into->days[last][state] += end - edge[last];
}

static void citizen(uint64_t seed, uint32_t replication, int state, uint32_t number, Record *into)
{
    uint32_t visits[STATES] = {0};
    double now = 0.0;
    visits[state] = 1;
    while (now < DAYS) {
        const State *here = &model[state];
        uint32_t what = (uint32_t)state << 20 | (visits[state] & 0xFFFFF);
        double best = DAYS, draw[2];
        int to = -1;
        for (int x = 0; x < here->count; x++) {
            if (x % 2 == 0)
                two(seed, replication, number, what, (uint32_t)x / 2, draw);
            double u = draw[x % 2];
            if (1.0 - u > rate[state][x] * (best - now) * (1.0 + 1e-9)) /* -log u >= 1 - u */
                continue;
            double time = floor((now - log(u) / rate[state][x]) * 1024.0) / 1024.0;
            if (time < now + 1.0 / 1024.0)
                time = now + 1.0 / 1024.0;
            if (time < best) {
                best = time;
                to = here->exit[x].to;
            }
        }
        add_days(into, state, now, best);
        now = best;
        if (to >= 0) {
            into->events++;
            state = to;
            visits[state]++;
        }
    }
}

static void replication(uint64_t seed, uint32_t number, Record *into)
{
    memset(into, 0, sizeof *into);
    for (uint32_t state = 0; state < STATES; state++)
        for (uint32_t n = 0; n < (uint32_t)stock[state]; n++)
            citizen(seed, number, (int)state, state << 24 | n, into);
    long present[STATES] = {0};
    for (int m = 0; m < MONTHS; m++)
        for (int s = 0; s < STATES; s++) {
            double length = edge[m + 1] - edge[m];
            present[s] += into->whole[m][s];
            into->days[m][s] = into->days[m][s] / length + (double)present[s];
        }
}

/* The largest memory of this process in MB, 0 where the system does not say. */
static double peak(void)
{
    FILE *status = fopen("/proc/self/status", "r");
    char line[256];
    double kb = 0.0;
    while (status && fgets(line, sizeof line, status))
        if (sscanf(line, "VmHWM: %lf", &kb) == 1)
            break;
    if (status)
        fclose(status);
    return kb / 1024.0;
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fprintf(stderr, "usage: w1 SEED FIRST COUNT [print]\n");
        return 2;
    }
    static Record record;
    uint64_t seed = strtoull(argv[1], NULL, 10);
    uint32_t first = (uint32_t)strtoul(argv[2], NULL, 10), count = (uint32_t)strtoul(argv[3], NULL, 10);
    int print = argc > 4;
    double kept = 0.0;
    prepare();
    clock_t begun = clock();
    for (uint32_t r = first; r < first + count; r++) {
        replication(seed, r, &record);
        kept += record.days[MONTHS - 1][EMPLOYMENT];
        if (print) {
            printf("%ld", record.events);
            for (int m = 0; m < MONTHS; m++)
                for (int s = 0; s < STATES; s++)
                    printf(" %.17g", record.days[m][s]);
            printf("\n");
        }
    }
    printf("%.6f %.2f %.17g\n", (double)(clock() - begun) / CLOCKS_PER_SEC, peak(), kept);
    return 0;
}
