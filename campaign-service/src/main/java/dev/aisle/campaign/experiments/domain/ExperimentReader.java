package dev.aisle.campaign.experiments.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.campaigns.domain.reading.Spot;
import dev.aisle.campaign.experiments.domain.DecisionRule.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an experiment as it is written in a file or sent over HTTP; all that is wrong is said at once. */
public final class ExperimentReader {
    /** All fields that a definition may have. */
    public static final List<String> FIELDS = List.of(
            "name",
            "hypothesis",
            "flag",
            "unit",
            "layer",
            "heldOut",
            "coverage",
            "targeting",
            "variations",
            "metrics",
            "decision");

    /** Sequential, α 5 %, five in a hundred more or less, found four times in five. */
    private static final DecisionRule USUAL = new DecisionRule(Method.SEQUENTIAL, 0.05, 0.05, 0.8, 5);

    private static final int MOST_LOOKS = 100;

    private ExperimentReader() {}

    /** What came out. */
    public sealed interface Reading {
        /** It can be used. */
        record Good(Experiment experiment) implements Reading {}

        /** It can't; all of it is said. */
        record Wrong(List<Finding> findings) implements Reading {
            public Wrong {
                findings = List.copyOf(findings);
            }
        }
    }

    /**
     * Reads it.
     *
     * @param knownMetrics ids of the metrics file
     */
    public static Reading read(String id, JsonNode json, Set<String> knownMetrics) {
        Spot spot = Spot.root(json);
        if (!spot.object(FIELDS)) {
            return new Reading.Wrong(spot.findings());
        }
        Experiment experiment = new Experiment(
                id,
                spot.at("flag").name("the key of a flag"),
                spot.at("name").text(120),
                spot.at("hypothesis").text(2_000),
                unit(spot),
                layer(spot),
                !spot.is("heldOut") || spot.at("heldOut").flag(),
                spot.is("coverage") ? spot.at("coverage").share(true) : 1,
                TargetingReader.read(spot.at("targeting")),
                TreatmentReader.read(
                        spot.at("variations"), spot.at("flag").node().asText("")),
                MetricUseReader.read(spot.at("metrics"), knownMetrics),
                spot.is("decision") ? rule(spot.at("decision")) : USUAL);
        return spot.findings().isEmpty() ? new Reading.Good(experiment) : new Reading.Wrong(spot.findings());
    }

    /** A definition that was saved was right; the metrics that it names are looked at only then. */
    public static Experiment stored(String id, JsonNode json) {
        return switch (read(id, json, Set.of())) {
            case Reading.Good good -> good.experiment();
            case Reading.Wrong wrong ->
                throw new IllegalStateException("The stored experiment " + id + " can't be read: " + wrong.findings());
        };
    }

    private static Unit unit(Spot spot) {
        List<String> codes = Arrays.stream(Unit.values()).map(Unit::code).toList();
        String word = spot.is("unit") ? spot.at("unit").word(codes) : Unit.PERSON.code();
        return word.equals(Unit.SESSION.code()) ? Unit.SESSION : Unit.PERSON;
    }

    /** As it is written it has a share; where it runs, the place that it takes. */
    private static @Nullable Layer layer(Spot spot) {
        if (!spot.is("layer")) {
            return null;
        }
        Spot layer = spot.at("layer");
        if (!layer.object(List.of("name", "share", "from", "to"))) {
            return null;
        }
        String name = layer.at("name").name("the name of a layer");
        if (layer.is("from") && layer.is("to")) {
            return new Layer(name, layer.at("from").share(true), layer.at("to").share(true));
        }
        double share = layer.at("share").share(true);
        if (layer.is("share") && share == 0) {
            layer.at("share").wrong("The experiment would have nobody.", "Write 0.4 for two fifths of the layer.");
        }
        return new Layer(name, 0, share);
    }

    private static DecisionRule rule(Spot spot) {
        if (!spot.object(List.of("method", "alpha", "minimumEffect", "power", "looks"))) {
            return USUAL;
        }
        List<String> methods = Arrays.stream(Method.values()).map(Method::code).toList();
        String word = spot.is("method")
                ? spot.at("method").word(methods)
                : USUAL.method().code();
        Method method = Arrays.stream(Method.values())
                .filter(one -> one.code().equals(word))
                .findFirst()
                .orElse(USUAL.method());
        return new DecisionRule(
                method,
                inside(spot, "alpha", USUAL.alpha()),
                inside(spot, "minimumEffect", USUAL.minimumEffect()),
                inside(spot, "power", USUAL.power()),
                spot.is("looks") ? (int) spot.at("looks").whole(1, MOST_LOOKS) : USUAL.looks());
    }

    private static double inside(Spot spot, String field, double usual) {
        if (!spot.is(field)) {
            return usual;
        }
        double share = spot.at(field).share(false);
        if (share == 0
                && spot.at(field).node().isNumber()
                && spot.at(field).node().doubleValue() == 0) {
            spot.at(field).wrong("Expected more than 0.", "Write " + usual + ", for instance.");
        }
        return share;
    }

    /** For everybody. */
    static JsonNode everybody() {
        return JsonNodeFactory.instance.objectNode();
    }
}
