package org.snn4j.network.event;

import java.util.Arrays;

/** A set of indices, of targets or of weights, that can be listed in the order in which they were added. */
final class ColumnSet {
    private final boolean[] contains;
    private final int[] columns;
    private int count;

    ColumnSet(int size) {
        contains = new boolean[size];
        columns = new int[size];
    }

    int count() {
        return count;
    }

    /** The first {@link #count()} elements are the members. */
    int[] columns() {
        return columns;
    }

    void add(int column) {
        if (!contains[column]) {
            contains[column] = true;
            columns[count++] = column;
        }
    }

    void addAll(SpikeList list) {
        for (int k = 0; k < list.count(); k++) {
            add(list.get(k));
        }
    }

    void addAll(ColumnSet other) {
        for (int k = 0; k < other.count; k++) {
            add(other.columns[k]);
        }
    }

    void addAll() {
        for (int column = 0; column < contains.length; column++) {
            add(column);
        }
    }

    void carry(StateTransfer state) {
        int[] members = Arrays.copyOf(columns, state.whole(count));
        state.wholes(members);
        clear();
        for (int member : members) {
            add(member);
        }
    }

    void clear() {
        for (int k = 0; k < count; k++) {
            contains[columns[k]] = false;
        }
        count = 0;
    }
}
