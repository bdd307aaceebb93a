"""Runs the C program and ./snn4j bench, and says what they measured. Used by the commands pairs and scaling."""

import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

HOME = pathlib.Path(__file__).resolve().parent.parent
IMAGES = HOME / "datasets/images/src/main/resources/org/snn4j/datasets/images/mnist/train-images-idx3-ubyte.gz"
SOURCE = HOME / "benchmarks/c/diehl_cook.c"
PROGRAM = HOME / "benchmarks/target/diehl_cook"
FLAGS = ["-O3", "-march=native"]
# GCC uses half of AVX-512's width unless told; compilers for other processors do not know the option.
WIDE = "-mprefer-vector-width=512"


class Run:
    """A process under way, of which one JSON object and the peak memory are wanted."""

    def __init__(self, command):
        self.command = [str(word) for word in command]
        self.out = tempfile.TemporaryFile()
        self.err = tempfile.TemporaryFile()
        self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=self.out, stderr=self.err)

    def result(self):
        """What it printed, with its peak resident memory in MiB as "peakMebibytes". Ends this program if it failed."""
        _, status, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        if self.process.returncode != 0:
            self.err.seek(0)
            sys.exit(f"{' '.join(self.command)} ended with {self.process.returncode}:\n{self.err.read().decode()}")
        self.out.seek(0)
        measured = json.load(self.out)
        per_mebi = 1 << 20 if sys.platform == "darwin" else 1 << 10
        measured["peakMebibytes"] = usage.ru_maxrss / per_mebi
        return measured


def build():
    """Compiles both. Returns what they are and run on, as text."""
    PROGRAM.parent.mkdir(exist_ok=True)
    flags = FLAGS + [WIDE] if compiles(FLAGS + [WIDE]) else FLAGS
    if flags == FLAGS and not compiles(FLAGS):
        sys.exit(f"{compiler()} {' '.join(FLAGS)} does not compile {SOURCE}")
    facts = Run([HOME / "snn4j", "doctor", "--json"]).result()
    version = subprocess.run([compiler(), "--version"], capture_output=True, text=True, check=True)
    return (
        f"{processor()}, {facts['cores']} cores; {facts['jdk']}, kernels {facts['vectorUnit']};"
        f" {version.stdout.splitlines()[0]} {' '.join(flags)}"
    )


def compiler():
    return os.environ.get("CC", "cc")


def compiles(flags):
    command = [compiler(), *flags, str(SOURCE), "-o", str(PROGRAM), "-lm"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def processor():
    info = pathlib.Path("/proc/cpuinfo")
    names = [line for line in info.read_text().splitlines() if line.startswith("model name")] if info.exists() else []
    return names[0].split(":", 1)[1].strip() if names else platform.processor() or platform.machine()


def samples(neurons, wanted):
    """How many samples are timed, and how many warm up: a few seconds of each, unless a number is wanted."""
    timed = wanted or max(300, min(10_000, 2_000_000 // neurons))
    return ["--samples", timed, "--warmup", max(wanted or 300, timed // 2)]


def c(neurons, seed, wanted):
    return Run([PROGRAM, "--images", IMAGES, "--neurons", neurons, "--seed", seed, *samples(neurons, wanted)])


def snn4j(neurons, seed, wanted, threads=1):
    command = [HOME / "snn4j", "bench", "--json", "--quiet", "--neurons", neurons, "--seed", seed, "--threads", threads]
    return Run(command + samples(neurons, wanted))


def note(text):
    print(text, file=sys.stderr, flush=True)


def whole_numbers(text):
    return [int(word) for word in text.split(",")]


def table(headings, rows):
    """A Markdown table."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
