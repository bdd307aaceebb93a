package org.snn4j.tensor.connection;

import java.util.function.IntBinaryOperator;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Windows;

/**
 * Which source neuron each place of each window is. Places over the border are the neuron after the last.
 *
 * @param windows over the source
 * @param source the shape of the source, [channels, ...]
 */
record WindowIndex(Windows windows, Shape source) {
    int channels() {
        return source.length(0);
    }

    /** The number of windows. */
    int positions() {
        int positions = 1;
        for (int count : windows.counts(source)) {
            positions *= count;
        }
        return positions;
    }

    /** The number of places in a window over all channels. */
    int places() {
        return channels() * windows.size();
    }

    /** [places, positions], in C order. */
    int[] byPlace() {
        int positions = positions();
        return index((place, position) -> place * positions + position);
    }

    /** [positions, places], in C order. */
    int[] byPosition() {
        int places = places();
        return index((place, position) -> position * places + place);
    }

    /** [window size, channels, positions], in C order: each channel by itself. */
    int[] byPlaceInChannel() {
        int positions = positions();
        int size = windows.size();
        return index((place, position) -> (place % size * channels() + place / size) * positions + position);
    }

    private int[] index(IntBinaryOperator order) {
        int positions = positions();
        int places = places();
        int[] index = new int[Math.multiplyExact(places, positions)];
        for (int place = 0; place < places; place++) {
            for (int position = 0; position < positions; position++) {
                index[order.applyAsInt(place, position)] = neuron(position, place);
            }
        }
        return index;
    }

    /** Visits every place of every window that lies within the border. */
    void forEachPlace(Visitor visitor) {
        int positions = positions();
        int places = places();
        for (int position = 0; position < positions; position++) {
            for (int place = 0; place < places; place++) {
                int neuron = neuron(position, place);
                if (neuron < source.size()) {
                    visitor.visit(position, place, neuron);
                }
            }
        }
    }

    /** Somebody who wants to know which source neuron is seen where. */
    interface Visitor {
        void visit(int position, int place, int neuron);
    }

    private int neuron(int position, int place) {
        int inSource = windows.sourcePosition(source, position, place % windows.size());
        int sourcePositions = source.size() / channels();
        return inSource < 0 ? source.size() : place / windows.size() * sourcePositions + inSource;
    }
}
