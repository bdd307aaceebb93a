package org.snn4j.training.recipe;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snn4j.training.recipe.PublishedTable.Figure;
import org.snn4j.training.recipe.PublishedTable.Row;

/** The tables to reproduce. A table that joins gets its lines here. */
public final class PublishedTables {
    private static final List<PublishedTable> ALL = List.of(
            new PublishedTable(
                    "diehl-cook-2015",
                    "Digits without labels: Diehl and Cook 2015 (doi 10.3389/fncom.2015.00099)",
                    recipes("diehl-cook-100", "diehl-cook-400", "diehl-cook-1600", "diehl-cook-6400"),
                    List.of(
                            new Row(
                                    "Diehl & Cook 2015: conductances, 3 to 15 looks at each image, all activity",
                                    Map.of(
                                            100, Figure.of(82.9),
                                            400, Figure.of(87.0),
                                            1600, Figure.of(91.9),
                                            6400, Figure.of(95.0))),
                            new Row(
                                    "the same task in Brian, by the authors of BindsNET, 10 seeds",
                                    Map.of(100, Figure.of(80.7, 1.7), 400, Figure.of(88.7, 0.4))),
                            new Row(
                                    "the same task in BindsNET, by its authors, 10 seeds",
                                    Map.of(100, Figure.of(81.3, 0.8), 400, Figure.of(89.2, 0.5))),
                            new Row(
                                    "BindsNET's example, as users report it",
                                    Map.of(
                                            100, new Figure(82, "77 to 82"),
                                            400, Figure.of(86.4),
                                            1600, new Figure(90, "90.0 (tuned)"),
                                            6400, new Figure(90, "90 (15 looks), 47.8 (1 look)"))),
                            new Row(
                                    "Allred & Roy 2020: one layer, controlled forgetting",
                                    Map.of(6400, Figure.of(95.2))))),
            new PublishedTable(
                    "upright",
                    "Digits without labels, sheared upright and with weights of one length",
                    recipes("upright-100", "upright-400", "upright-1600", "upright-6400"),
                    List.of(new Row(
                            "Diehl & Cook 2015, of images as they are",
                            Map.of(
                                    100, Figure.of(82.9),
                                    400, Figure.of(87.0),
                                    1600, Figure.of(91.9),
                                    6400, Figure.of(95.0))))),
            new PublishedTable(
                    "hold-back",
                    "Digits sheared upright, with a teacher that holds back the neurons of other classes",
                    recipes("hold-back-100", "hold-back-400", "hold-back-1600", "hold-back-6400"),
                    List.of(new Row(
                            "a replication of Hao et al. 2020 in BindsNET: label neurons, images as they are",
                            Map.of(100, Figure.of(82.1))))),
            new PublishedTable(
                    "hao-2020",
                    "Digits with a teacher: Hao, Huang, Dong and Xu 2020 (doi 10.1016/j.neunet.2019.09.007)",
                    recipes("symmetric-100", "symmetric-400", "symmetric-1600", "symmetric-6400", "symmetric-10000"),
                    List.of(new Row(
                            "Hao et al. 2020: conductances, symmetric rule, label neurons",
                            Map.of(10_000, Figure.of(96.73))))),
            new PublishedTable(
                    "lattice-map",
                    "Digits without labels on a lattice: Hazan et al. 2018 (doi 10.1109/IJCNN.2018.8489673)",
                    recipes("lattice-map-625", "lattice-map-1600"),
                    List.of(new Row(
                            "Hazan et al. 2018, 625 to 1,600 neurons: a figure remembered, not firm",
                            Map.of(625, new Figure(94, "about 94"), 1600, new Figure(94, "about 94"))))));

    private PublishedTables() {}

    public static List<PublishedTable> all() {
        return ALL;
    }

    /** @throws IllegalArgumentException naming the tables that there are */
    public static PublishedTable named(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no table " + name + "; the tables are "
                        + ALL.stream().map(PublishedTable::name).collect(Collectors.joining(", "))));
    }

    private static List<Recipe> recipes(String... names) {
        return Stream.of(names).map(Recipes::named).toList();
    }
}
