package org.snn4j.analysis.chart;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snn4j.network.Variable;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.file.Npy;
import org.snn4j.network.file.Npz;

/**
 * Recordings in files: {@code runI.LAYER.VARIABLE.npy} in a folder, as {@code simulate} writes them, {@code LAYER.VARIABLE} in
 * an .npz file, as a monitor does, or a single .npy file.
 *
 * @param path the folder or file
 * @param variables those that are wanted; a single file whose name says no variable is taken as the first
 */
record RecordedFiles(Path path, List<Variable> variables) {
    private static final Pattern OF_RUN = Pattern.compile("run(\\d+)\\.(.+)\\.([^.]+)\\.npy");
    private static final Pattern NAMED = Pattern.compile("(.+)\\.([^.]+)");

    /** The arrays of one run by name, in the order of their names; weights of connections are none of them. */
    Map<String, NdArray> read(int run) throws IOException {
        if (Files.isDirectory(path)) {
            return ofFolder(run);
        }
        String name = path.getFileName().toString();
        if (name.endsWith(".npz")) {
            return wanted(Npz.read(path));
        }
        return Map.of(nameOf(name), Npy.read(path));
    }

    private Map<String, NdArray> ofFolder(int run) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        TreeSet<Integer> runs = new TreeSet<>();
        try (Stream<Path> entries = Files.list(path)) {
            for (Path file : entries.toList()) {
                Matcher parts = OF_RUN.matcher(file.getFileName().toString());
                if (parts.matches() && isWanted(parts.group(3))) {
                    runs.add(Integer.valueOf(parts.group(1)));
                    if (Integer.parseInt(parts.group(1)) == run) {
                        files.put(parts.group(2) + "." + parts.group(3), file);
                    }
                }
            }
        }
        if (files.isEmpty()) {
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "holds no run" + run + ".LAYER." + variables.get(0) + ".npy, as simulate writes them"
                            + (runs.isEmpty() ? "" : "; it holds runs " + runs));
        }
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            arrays.put(file.getKey(), Npy.read(file.getValue()));
        }
        return arrays;
    }

    private Map<String, NdArray> wanted(Map<String, NdArray> all) throws IOException {
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        all.forEach((name, array) -> {
            Matcher parts = NAMED.matcher(name);
            if (parts.matches() && isWanted(parts.group(2))) {
                arrays.put(name, array);
            }
        });
        if (arrays.isEmpty()) {
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "holds no LAYER." + variables.get(0) + ", as a monitor writes them; it holds " + all.keySet());
        }
        return arrays;
    }

    private String nameOf(String file) throws IOException {
        Matcher ofRun = OF_RUN.matcher(file);
        if (!ofRun.matches()) {
            return file.replaceFirst("\\.npy$", "") + "." + variables.get(0);
        }
        if (!isWanted(ofRun.group(3))) {
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "is a recording of " + ofRun.group(3) + "; one of " + variables.get(0) + " would be right");
        }
        return ofRun.group(2) + "." + ofRun.group(3);
    }

    private boolean isWanted(String variable) {
        return variables.contains(new Variable(variable));
    }
}
