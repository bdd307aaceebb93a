/*
 * The yardstick: one Diehl & Cook network of the current-based kind, the model diehl-cook of snn4j, trained on MNIST by one
 * thread of event-driven C written for nothing else. Licensed like the rest of snn4j.
 *
 *     cc -O3 -march=native -mprefer-vector-width=512 diehl_cook.c -o diehl_cook -lm
 *     ./diehl_cook --images train-images-idx3-ubyte.gz --neurons 400 --samples 5000 --warmup 1000
 *
 * It does what a good programmer does first, and stops there:
 *  - a spike adds a whole row of the weights, stored [source, target], to the input of all neurons, row by row;
 *  - an inhibitory neuron moves only when its partner fires: its leak until then is read from a table;
 *  - so are traces, by the time since the last spike;
 *  - an input spike changes only weights to neurons that have fired for this sample, an output spike one column;
 *  - only columns of neurons that have fired are normalised.
 *
 * One thing differs from the Java in the last digits: weights are clipped after the depression and again after the
 * potentiation of a step, not once after both.
 *
 * Without its last option GCC uses half of AVX-512's width, which costs a quarter; other processors do without it.
 *
 * It prints one line of JSON. millisPerSample holds everything, encoding too; cpuMillisPerSample leaves out what other
 * processes took of the time; the phases come from further samples that are timed piece by piece, less what looking at the
 * clock costs. Spikes are those of the excitatory neurons.
 */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { INPUTS = 784, STEPS = 250, LEVELS = 256, GUIDE = 256, LANES = 16, REFRACTORY = 5, PARTNER_REFRACTORY = 2 };

static const float REST = -65, RESET = -60, THRESHOLD = -52, THETA_PLUS = 0.05f;
static const float PARTNER_REST = -60, PARTNER_RESET = -45, PARTNER_THRESHOLD = -40;
static const float EXCITATION = 22.5f, INHIBITION = 120;
static const float NU_PRE = 1e-4f, NU_POST = 1e-2f, LOW = 0, HIGH = 1;
static const double NORM = 78.4, INTENSITY = 128, TAU = 100, TAU_PARTNER = 10, TAU_THETA = 1e7, TAU_TRACE = 20;

static void fail(const char *what, const char *value) {
    fprintf(stderr, "diehl_cook: %s %s\n", what, value);
    exit(1);
}

static void *zeros(size_t count, size_t size) {
    size_t bytes = (count * size + 63) / 64 * 64;
    void *memory = aligned_alloc(64, bytes ? bytes : 64);
    if (!memory) fail("out of memory", "");
    return memset(memory, 0, bytes);
}

/* ---- Randomness: SplitMix64 (Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195). */

static uint64_t draw(uint64_t *state) {
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/* ---- MNIST: an IDX file, raw or gz. */

static uint32_t big_endian(const unsigned char *b) {
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

static unsigned char *read_images(const char *path, size_t *count) {
    size_t length = strlen(path);
    int packed = length > 3 && !strcmp(path + length - 3, ".gz");
    char command[4096];
    if (strchr(path, '\'') || length > sizeof command - 32) fail("cannot open a file of such a name:", path);
    snprintf(command, sizeof command, "gzip -dc -- '%s'", path);
    FILE *file = packed ? popen(command, "r") : fopen(path, "rb");
    unsigned char head[16];
    if (!file || fread(head, 1, sizeof head, file) != sizeof head || big_endian(head) != 0x803) {
        fail("no IDX file of images:", path);
    }
    *count = big_endian(head + 4);
    if (big_endian(head + 8) * big_endian(head + 12) != INPUTS || !*count) fail("not 28 x 28 pixels:", path);
    unsigned char *pixels = zeros(*count, INPUTS);
    if (fread(pixels, INPUTS, *count, file) != *count) fail("ends too early:", path);
    if (packed) pclose(file); else fclose(file);
    return pixels;
}

/* ---- Encoding: gaps between the spikes of a pixel are Poisson-distributed numbers of steps, 0 replaced by 1. */

typedef struct {
    uint32_t cumulative[LEVELS][STEPS]; /* the chance, in units of 2^-32, that the gap is at most k + 1 */
    uint8_t guide[LEVELS][GUIDE];       /* where to begin looking */
    uint64_t random;
    uint16_t spikes[STEPS][INPUTS]; /* the inputs that fire in each step */
    int counts[STEPS];
} Encoder;

static Encoder *new_encoder(uint64_t seed) {
    Encoder *e = zeros(1, sizeof *e);
    e->random = seed;
    for (int level = 1; level < LEVELS; level++) {
        double mean = 1000 / (INTENSITY * level / 255), sum = exp(-mean), term = -mean;
        for (int k = 1; k <= STEPS; k++) {
            term += log(mean) - log(k);
            sum += exp(term);
            e->cumulative[level][k - 1] = (uint32_t)(fmin(sum, 1) * 4294967295.0);
        }
        int k = 0;
        for (int slot = 0; slot < GUIDE; slot++) {
            while (k < STEPS && e->cumulative[level][k] <= (uint32_t)slot << 24) k++;
            e->guide[level][slot] = (uint8_t)k;
        }
    }
    return e;
}

static int gap(Encoder *e, int level) {
    uint32_t u = (uint32_t)(draw(&e->random) >> 32);
    int k = e->guide[level][u >> 24];
    while (k < STEPS && u >= e->cumulative[level][k]) k++;
    return k + 1;
}

static long encode(Encoder *e, const unsigned char *pixels) {
    memset(e->counts, 0, sizeof e->counts);
    long spikes = 0;
    for (int i = 0; i < INPUTS; i++) {
        if (!pixels[i]) continue;
        for (int t = -1 + gap(e, pixels[i]); t < STEPS; t += gap(e, pixels[i])) {
            e->spikes[t][e->counts[t]++] = (uint16_t)i;
            spikes++;
        }
    }
    return spikes;
}

/* ---- The network. */

typedef struct {
    int n;         /* neurons */
    size_t stride; /* n rounded up to whole vectors; the neurons too many never fire */
    float *w;      /* [INPUTS, stride] */
    float *v, *theta, *input;
    int *last;            /* when each neuron last fired for this sample, -1 for not yet */
    int *active, actives; /* those that have fired, in the order of their first spike */
    float *trace;         /* of the active neurons, in this step */
    double *sums;
    int *crossed;
    int *resting, restings, *rests_until;       /* refractory neurons */
    float *partner_v;                           /* of inhibitory neurons, when they last moved */
    int *partner_moved, *partner_rests_until;
    int input_last[INPUTS], input_active[INPUTS], input_actives;
    float input_trace[INPUTS];
    float trace_decay[STEPS + 1], partner_decay[STEPS + 1];
    float decay, theta_decay;
    int all_changed; /* no column is normalised yet, because no sample has been shown */
    uint64_t random;
} Network;

static Network *new_network(int n, uint64_t seed) {
    Network *net = zeros(1, sizeof *net);
    net->n = n;
    net->stride = ((size_t)n + LANES - 1) / LANES * LANES;
    net->random = seed;
    net->all_changed = 1;
    net->w = zeros(INPUTS * net->stride, sizeof(float));
    for (int i = 0; i < INPUTS; i++) {
        for (int j = 0; j < n; j++) net->w[i * net->stride + j] = 0.3f * (float)(draw(&net->random) >> 40) * 0x1p-24f;
    }
    float **floats[] = {&net->v, &net->theta, &net->input, &net->trace, &net->partner_v};
    for (size_t k = 0; k < sizeof floats / sizeof *floats; k++) *floats[k] = zeros(net->stride, sizeof(float));
    int **ints[] = {&net->last, &net->active, &net->crossed, &net->resting, &net->rests_until,
                    &net->partner_moved, &net->partner_rests_until};
    for (size_t k = 0; k < sizeof ints / sizeof *ints; k++) *ints[k] = zeros(net->stride, sizeof(int));
    net->sums = zeros(net->stride, sizeof(double));
    for (size_t j = 0; j < net->stride; j++) {
        net->v[j] = REST, net->partner_v[j] = PARTNER_REST, net->last[j] = net->partner_rests_until[j] = -1;
        if (j >= (size_t)n) net->theta[j] = INFINITY;
    }
    memset(net->input_last, -1, sizeof net->input_last);
    for (int age = 0; age <= STEPS; age++) {
        net->trace_decay[age] = (float)exp(-age / TAU_TRACE);
        net->partner_decay[age] = (float)exp(-age / TAU_PARTNER);
    }
    net->decay = (float)exp(-1 / TAU);
    net->theta_decay = (float)exp(-1 / TAU_THETA);
    return net;
}

/* Everything but weights and theta back to rest. */
static void reset(Network *net) {
    for (size_t j = 0; j < net->stride; j++) net->v[j] = REST;
    memset(net->input, 0, net->stride * sizeof(float));
    for (int k = 0; k < net->actives; k++) {
        int j = net->active[k];
        net->partner_v[j] = PARTNER_REST;
        net->partner_moved[j] = 0;
        net->last[j] = net->partner_rests_until[j] = -1;
    }
    for (int k = 0; k < net->input_actives; k++) net->input_last[net->input_active[k]] = -1;
    net->actives = net->input_actives = net->restings = 0;
}

static void add_row(float *restrict input, const float *restrict row, size_t n) {
    input = __builtin_assume_aligned(input, 64);
    row = __builtin_assume_aligned(row, 64);
    for (size_t j = 0; j < n; j++) input[j] += row[j];
}

/* Leak, add the input and clear it, compare. Says whether any neuron crossed. */
static int integrate(float *restrict v, float *restrict theta, float *restrict input, float inhibition, float decay,
                     float theta_decay, size_t n) {
    v = __builtin_assume_aligned(v, 64);
    theta = __builtin_assume_aligned(theta, 64);
    input = __builtin_assume_aligned(input, 64);
    int any = 0;
    for (size_t j = 0; j < n; j++) {
        float x = (v[j] - REST) * decay + REST + (input[j] - inhibition);
        float bar = theta[j] * theta_decay;
        v[j] = x;
        theta[j] = bar;
        input[j] = 0;
        any |= x >= THRESHOLD + bar;
    }
    return any;
}

/* The excitatory neuron that fires in this step, or -1. All others feel the inhibitor, if it is not -1. */
static int excite(Network *net, int inhibitor, int learning, int t) {
    float inhibition = inhibitor < 0 ? 0 : INHIBITION;
    if (inhibitor >= 0) net->input[inhibitor] += inhibition;
    int still = 0;
    for (int k = 0; k < net->restings; k++) {
        int j = net->resting[k];
        net->input[j] = inhibition;
        if (t < net->rests_until[j]) net->resting[still++] = j;
    }
    net->restings = still;
    float theta_decay = learning ? net->theta_decay : 1;
    if (!integrate(net->v, net->theta, net->input, inhibition, net->decay, theta_decay, net->stride)) return -1;
    int crossings = 0;
    for (int j = 0; j < net->n; j++) {
        if (net->v[j] >= THRESHOLD + net->theta[j]) net->crossed[crossings++] = j;
    }
    for (int k = 0; k < crossings; k++) {
        int j = net->crossed[k];
        net->v[j] = RESET;
        if (learning) net->theta[j] += THETA_PLUS;
        net->rests_until[j] = t + REFRACTORY;
        net->resting[net->restings++] = j;
    }
    int winner = net->crossed[crossings == 1 ? 0 : (int)((draw(&net->random) >> 32) * (uint64_t)crossings >> 32)];
    if (net->last[winner] < 0) net->active[net->actives++] = winner;
    net->last[winner] = t;
    return winner;
}

/* The inhibitory neuron that fires in this step, or -1: only the partner of the neuron that fired before can. */
static int inhibit(Network *net, int fired, int t) {
    if (fired < 0) return -1;
    float v = (net->partner_v[fired] - PARTNER_REST) * net->partner_decay[t - net->partner_moved[fired]] + PARTNER_REST;
    if (t > net->partner_rests_until[fired]) v += EXCITATION;
    int fires = v >= PARTNER_THRESHOLD;
    net->partner_v[fired] = fires ? PARTNER_RESET : v;
    net->partner_moved[fired] = t;
    if (fires) net->partner_rests_until[fired] = t + PARTNER_REFRACTORY;
    return fires ? fired : -1;
}

/* Input spikes pull the weights to neurons that have fired down; an output spike pulls its column up. */
static void learn(Network *net, const uint16_t *spikes, int count, int winner, int t) {
    for (int k = 0; k < count; k++) {
        int i = spikes[k];
        if (net->input_last[i] < 0) net->input_active[net->input_actives++] = i;
        net->input_last[i] = t;
    }
    for (int a = 0; a < net->actives; a++) net->trace[a] = NU_PRE * net->trace_decay[t - net->last[net->active[a]]];
    for (int k = 0; k < count && net->actives; k++) {
        float *row = net->w + spikes[k] * net->stride;
        for (int a = 0; a < net->actives; a++) {
            float w = row[net->active[a]] - net->trace[a];
            row[net->active[a]] = w < LOW ? LOW : w;
        }
    }
    if (winner < 0) return;
    for (int a = 0; a < net->input_actives; a++) {
        int i = net->input_active[a];
        float *place = net->w + i * net->stride + winner;
        float w = *place + NU_POST * net->trace_decay[t - net->input_last[i]];
        *place = w > HIGH ? HIGH : w;
    }
}

/* Scales the columns of the neurons that have fired to their sum. */
static void normalise(Network *net) {
    int *columns = net->active, count = net->actives;
    if (net->all_changed) {
        columns = net->crossed, count = net->n;
        for (int j = 0; j < count; j++) columns[j] = j;
        net->all_changed = 0;
    }
    for (int c = 0; c < count; c++) net->sums[c] = 0;
    for (int i = 0; i < INPUTS; i++) {
        for (int c = 0; c < count; c++) net->sums[c] += net->w[i * net->stride + columns[c]];
    }
    for (int c = 0; c < count; c++) net->trace[c] = (float)(NORM / net->sums[c]);
    for (int i = 0; i < INPUTS; i++) {
        for (int c = 0; c < count; c++) net->w[i * net->stride + columns[c]] *= net->trace[c];
    }
}

/* ---- One sample, and where its time goes. */

enum { ENCODING, ROWS, NEURONS, LEARNING, NORMALISING, PHASES };

static double clock_millis(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static double now(void) { return clock_millis(CLOCK_MONOTONIC); }

typedef struct {
    double phase[PHASES]; /* ms */
    double looked;        /* when the clock was last looked at */
    double look;          /* what a look costs, ms */
} Watch;

static inline __attribute__((always_inline)) void lap(Watch *watch, int phase) {
    double t = now();
    watch->phase[phase] += t - watch->looked - watch->look;
    watch->looked = t;
}

static Watch new_watch(void) {
    Watch watch = {0};
    watch.look = INFINITY;
    for (int trial = 0; trial < 100; trial++) {
        double start = now();
        for (int k = 0; k < 1000; k++) watch.looked = now();
        watch.look = fmin(watch.look, (watch.looked - start) / 1000);
    }
    return watch;
}

typedef struct {
    long input, output, active;
} Spikes;

/* Shows one sample. The two flags are constants wherever this is called, so that what they switch off costs nothing. */
static inline __attribute__((always_inline)) void show(Network *net, Encoder *e, const unsigned char *pixels, int learning,
                                                       Watch *watch, Spikes *spikes) {
    if (watch) watch->looked = now();
    spikes->input += encode(e, pixels);
    if (watch) lap(watch, ENCODING);
    int fired = -1, inhibitor = -1;
    for (int t = 0; t < STEPS; t++) {
        if (t > 0) {
            for (int k = 0; k < e->counts[t - 1]; k++) {
                add_row(net->input, net->w + e->spikes[t - 1][k] * net->stride, net->stride);
            }
        }
        if (watch) lap(watch, ROWS);
        int winner = excite(net, inhibitor, learning, t);
        inhibitor = inhibit(net, fired, t);
        fired = winner;
        spikes->output += winner >= 0;
        if (watch) lap(watch, NEURONS);
        if (learning) learn(net, e->spikes[t], e->counts[t], winner, t);
        if (watch) lap(watch, LEARNING);
    }
    spikes->active += net->actives;
    if (learning) normalise(net);
    if (watch) lap(watch, NORMALISING);
    reset(net);
    if (watch) lap(watch, NEURONS);
}

static uint64_t checksum(const Network *net) { /* FNV-1a over the bits of weights and thetas */
    uint64_t hash = 0xCBF29CE484222325u;
    for (int i = 0; i <= INPUTS; i++) {
        const unsigned char *bytes = (const unsigned char *)(i < INPUTS ? net->w + i * net->stride : net->theta);
        for (size_t k = 0; k < net->n * sizeof(float); k++) hash = (hash ^ bytes[k]) * 0x100000001B3u;
    }
    return hash;
}

/* ---- The program. */

typedef struct {
    const char *images;
    long neurons, samples, warmup, seed;
} Options;

static long whole(const char *name, const char *value, long least) {
    char *end;
    long number = strtol(value, &end, 10);
    if (*end || !*value || number < least || number > 10000000) fail("not a sensible number:", name);
    return number;
}

static Options options(int argc, char **argv) {
    Options o = {NULL, 100, 5000, 1000, 1};
    for (int k = 1; k < argc; k += 2) {
        const char *value = k + 1 < argc ? argv[k + 1] : "";
        if (!strcmp(argv[k], "--images")) o.images = value;
        else if (!strcmp(argv[k], "--neurons")) o.neurons = whole(argv[k], value, 1);
        else if (!strcmp(argv[k], "--samples")) o.samples = whole(argv[k], value, 1);
        else if (!strcmp(argv[k], "--warmup")) o.warmup = whole(argv[k], value, 0);
        else if (!strcmp(argv[k], "--seed")) o.seed = whole(argv[k], value, 0);
        else fail("knows --images FILE, --neurons, --samples, --warmup and --seed N, not", argv[k]);
    }
    if (!o.images) fail("needs --images FILE", "");
    return o;
}

int main(int argc, char **argv) {
    Options o = options(argc, argv);
    size_t images;
    unsigned char *pixels = read_images(o.images, &images);
    Encoder *encoder = new_encoder((uint64_t)o.seed);
    Network *net = new_network((int)o.neurons, (uint64_t)o.seed + 0x5EED);
    Spikes spikes = {0, 0, 0};
    long shown = 0;
    for (; shown < o.warmup; shown++) show(net, encoder, pixels + shown % images * INPUTS, 1, NULL, &spikes);

    spikes = (Spikes){0, 0, 0};
    double start = now(), cpu_start = clock_millis(CLOCK_PROCESS_CPUTIME_ID);
    for (; shown < o.warmup + o.samples; shown++) {
        show(net, encoder, pixels + shown % images * INPUTS, 1, NULL, &spikes);
    }
    double millis = now() - start, cpu = clock_millis(CLOCK_PROCESS_CPUTIME_ID) - cpu_start;
    uint64_t learned = checksum(net);

    long again = o.samples < 1000 ? o.samples : 1000;
    Spikes ignored = {0, 0, 0};
    Watch watch = new_watch();
    for (long k = 0; k < again; k++, shown++) {
        show(net, encoder, pixels + shown % images * INPUTS, 1, &watch, &ignored);
    }
    start = now();
    for (long k = 0; k < again; k++, shown++) {
        show(net, encoder, pixels + shown % images * INPUTS, 0, NULL, &ignored);
    }
    double frozen = now() - start;

    double n = (double)o.samples, m = (double)again;
    printf("{\"neurons\":%ld,\"samples\":%ld,\"millisPerSample\":%.5f,\"cpuMillisPerSample\":%.5f,\"encodeMillisPerSample\":%.5f,"
           "\"phases\":{\"encoding\":%.5f,\"rows\":%.5f,\"neurons\":%.5f,\"learning\":%.5f,\"normalising\":%.5f},"
           "\"frozenMillisPerSample\":%.5f,\"spikesPerSample\":%.3f,\"inputSpikesPerSample\":%.1f,"
           "\"activePerSample\":%.3f,\"checksum\":\"%016llx\"}\n",
           o.neurons, o.samples, millis / n, cpu / n, watch.phase[ENCODING] / m, watch.phase[ENCODING] / m, watch.phase[ROWS] / m,
           watch.phase[NEURONS] / m, watch.phase[LEARNING] / m, watch.phase[NORMALISING] / m, frozen / m, spikes.output / n,
           spikes.input / n, spikes.active / n, (unsigned long long)learned);
    return 0;
}
