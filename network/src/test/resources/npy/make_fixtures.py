"""Writes the .npy and .npz files of this folder with NumPy's own writer, and their digests.

    python3 make_fixtures.py          (NumPy 2.4.6 wrote the ones that are here)
"""

import hashlib
import pathlib
import time
from unittest import mock

import numpy as np
from numpy.lib import format as npy

HERE = pathlib.Path(__file__).parent


def write(name, array, version=None):
    with open(HERE / name, "wb") as file:
        npy.write_array(file, array, version=version)


grid = np.arange(12, dtype="<f4").reshape(3, 4) / 4

write("float32.npy", grid)
write("float32-vector.npy", np.array([1.5, -2.25, np.inf], "<f4"))
write("float32-scalar.npy", np.array(0.1, "<f4"))
write("float32-empty.npy", np.zeros((0, 4), "<f4"))
write("float32-thirty-dimensions.npy", np.full((1,) * 29 + (2,), 7, "<f4"))
write("float32-wide.npy", np.zeros((1000000000, 0, 1000000000), "<f4"))
write("float32-fortran.npy", np.asfortranarray(grid))
write("float32-fortran-cube.npy", np.asfortranarray(np.arange(24, dtype="<f4").reshape(2, 3, 4)))
write("float32-version-2.npy", grid, (2, 0))
write("float32-version-3.npy", grid, (3, 0))
write("float32-big-endian.npy", grid.astype(">f4"))
write("float64-exact.npy", grid.astype("<f8"))
write("float64-inexact.npy", np.array([0.5, 0.1], "<f8"))
write("uint8.npy", np.array([[0, 1, 255], [128, 2, 3]], "|u1"))
# A header that ends on the boundary of 64 bytes as it is: NumPy pads another 64.
write("uint8-full-padding.npy", np.arange(100, dtype="|u1").reshape((1,) * 13 + (100,)))
write("bool.npy", np.array([True, False, True]))
write("bool-fortran.npy", np.asfortranarray(np.array([[True, False, True], [False, False, True]])))
write("int64.npy", np.array([0, 9, -1, 2**62], "<i8"))
write("int32.npy", np.array([3, -2, 2**31 - 1], "<i4"))
write("int16.npy", np.array([3, -2], "<i2"))
write("complex.npy", np.array([1j], "<c8"))
write("records.npy", np.array([(1, 2.0)], [("a", "<i4"), ("b", "<f4")]))
write("objects.npy", np.array([None, {}], object))

arrays = {"grid": grid, "spikes": np.array([[0, 1], [1, 0]], "|u1"), "labels": np.array([7, -1], "<i8")}

# The time stands in every entry of a zip.
with mock.patch.object(time, "localtime", return_value=(1980, 1, 1, 0, 0, 0)):
    np.savez(HERE / "stored.npz", **arrays)
    np.savez_compressed(HERE / "deflated.npz", **arrays)
    np.savez(HERE / "unnamed.npz", grid, np.asfortranarray(grid))
    np.savez(HERE / "empty.npz")

with open(HERE / "SHA256SUMS", "w") as sums:
    for path in sorted(HERE.glob("*.np[yz]")):
        sums.write(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n")
