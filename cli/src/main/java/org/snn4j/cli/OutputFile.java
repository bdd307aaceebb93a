package org.snn4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snn4j.network.file.PiecewiseNpy;

/**
 * A file that is written piece by piece and appears whole or not at all: on closing, and when the program is interrupted,
 * what is not complete goes away.
 */
final class OutputFile implements AutoCloseable {
    private final PiecewiseNpy file;
    private final Thread interruption = new Thread(this::remove);
    private boolean ended;

    private OutputFile(PiecewiseNpy file) {
        this.file = file;
        Runtime.getRuntime().addShutdownHook(interruption);
    }

    /** Begins a file of spikes, [steps, samples, inputs]. */
    static OutputFile ofSpikes(Path path, int steps, int samples, int inputs) throws IOException {
        return checked(path, PiecewiseNpy.bytes(path, steps, samples, inputs));
    }

    /** Begins a file of currents, [steps, samples, inputs]. */
    static OutputFile ofCurrents(Path path, int steps, int samples, int inputs) throws IOException {
        return checked(path, PiecewiseNpy.floats(path, steps, samples, inputs));
    }

    private static OutputFile checked(Path path, PiecewiseNpy file) throws IOException {
        OutputFile output = new OutputFile(file);
        long room = Files.getFileStore(path.toAbsolutePath().getParent()).getUsableSpace();
        if (room < file.dataBytes()) {
            output.close();
            throw new IOException(path + ": would take " + file.dataBytes() + " bytes, but its disk has room for "
                    + room + "; fewer images or steps would be right");
        }
        return output;
    }

    /** Writes consecutive elements, see {@link PiecewiseNpy#write}. */
    synchronized void write(long index, ByteBuffer piece) throws IOException {
        if (!ended) {
            file.write(index, piece);
        }
    }

    /** Makes the file appear. */
    synchronized void complete() throws IOException {
        if (!ended) {
            file.complete();
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(interruption);
        remove();
    }

    private synchronized void remove() {
        ended = true;
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
