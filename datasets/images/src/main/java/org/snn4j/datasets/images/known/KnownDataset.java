package org.snn4j.datasets.images.known;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.snn4j.datasets.images.IdxLayout;
import org.snn4j.datasets.images.IdxLayout.Orientation;
import org.snn4j.datasets.images.download.RemoteFile;

/**
 * Data sets of grey images of 28 x 28 pixels that are known by name: MNIST, which is bundled, and others in its form.
 */
public enum KnownDataset {
    /** Handwritten digits. */
    MNIST("mnist", IdxLayout.PLAIN, ClassLists.DIGITS, "bundled", List.of()),
    /** Clothes. */
    FASHION_MNIST("fashion-mnist", IdxLayout.PLAIN, ClassLists.CLOTHES, "fashion-mnist", Published.FASHION_MNIST),
    /** Characters from Japanese manuscripts. */
    KMNIST("kmnist", IdxLayout.PLAIN, ClassLists.HIRAGANA, "kmnist", Published.KMNIST),
    /** Digits, capitals and small letters, as often as people write them. */
    EMNIST_BYCLASS("emnist-byclass", emnist("byclass", 0), ClassLists.ALL, "emnist", Published.EMNIST),
    /** The same, small letters that look like their capitals counted as those. */
    EMNIST_BYMERGE("emnist-bymerge", emnist("bymerge", 0), ClassLists.MERGED, "emnist", Published.EMNIST),
    /** The same, equally many of each class. */
    EMNIST_BALANCED("emnist-balanced", emnist("balanced", 0), ClassLists.MERGED, "emnist", Published.EMNIST),
    /** Letters, capital or small; their labels in the files begin with 1. */
    EMNIST_LETTERS("emnist-letters", emnist("letters", 1), ClassLists.LETTERS, "emnist", Published.EMNIST),
    /** Digits, 280,000 of them. */
    EMNIST_DIGITS("emnist-digits", emnist("digits", 0), ClassLists.DIGITS, "emnist", Published.EMNIST),
    /** Digits, as many as MNIST's. */
    EMNIST_MNIST("emnist-mnist", emnist("mnist", 0), ClassLists.DIGITS, "emnist", Published.EMNIST),
    /** MNIST made anew from its sources, with all of its 60,000 test digits; the first 10,000 are MNIST's. */
    QMNIST("qmnist", new IdxLayout("qmnist-", Orientation.UPRIGHT, 0), ClassLists.DIGITS, "qmnist", Published.QMNIST);

    private final String id;
    private final IdxLayout layout;
    private final List<String> classNames;
    private final RemoteDataset remote;

    KnownDataset(String id, IdxLayout layout, List<String> classNames, String folder, List<RemoteFile> files) {
        this.id = id;
        this.layout = layout;
        this.classNames = classNames;
        this.remote = files.isEmpty() ? null : new RemoteDataset(id, folder, files, layout, classNames);
    }

    private static IdxLayout emnist(String split, int firstLabel) {
        return new IdxLayout("emnist-" + split + "-", Orientation.TRANSPOSED, firstLabel);
    }

    /** The set of that name, such as {@code fashion-mnist}, if there is one. */
    public static Optional<KnownDataset> named(String id) {
        return Arrays.stream(values()).filter(set -> set.id.equals(id)).findFirst();
    }

    /** The names of all. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(KnownDataset::id).toList();
    }

    /** The name by which it is known. */
    public String id() {
        return id;
    }

    /** How its IDX files are called, and how they are to be understood. */
    public IdxLayout layout() {
        return layout;
    }

    /** What its classes are called, the one with label 0 first. */
    public List<String> classNames() {
        return classNames;
    }

    /** What can be downloaded; nothing for MNIST, which is bundled. */
    public Optional<RemoteDataset> remote() {
        return Optional.ofNullable(remote);
    }
}
