package dev.aisle.algorithms.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hashes of other products, with the values that these publish. */
class ForeignHashTest {
    private static final JsonNode VECTORS = Vectors.json("assignment_vectors.json");

    private static Stream<JsonNode> cases(String name) {
        return VECTORS.get(name).get("cases").valueStream();
    }

    @Test
    void murmur3AndFnvAreThose() {
        VECTORS.get("murmur3_x86_32")
                .forEach(c -> assertThat(Murmur3.hash32(
                                c.get("input").asText(), c.get("seed").asLong()))
                        .as(c.toString())
                        .isEqualTo(c.get("hash").asLong()));
        VECTORS.get("fnv1a_32")
                .forEach(c -> assertThat(Fnv1a.hash32(c.get("input").asText()))
                        .as(c.toString())
                        .isEqualTo(c.get("hash").asLong()));
    }

    @Test
    void optimizelysBuckets() {
        assertThat(cases("optimizely_bucketing"))
                .allSatisfy(c -> assertThat(ForeignHash.optimizely(
                                c.get("bucketingId").asText(), c.get("parentId").asText()))
                        .isEqualTo(c.get("bucket").asInt()));
    }

    @Test
    void launchDarklysFractions() {
        assertThat(cases("sha1_15hex_fraction"))
                .allSatisfy(c -> assertThat(Sha1Fraction.of(String.join(
                                ".",
                                c.get("key").asText(),
                                c.get("salt").asText(),
                                c.get("unit").asText())))
                        .isCloseTo(c.get("value").asDouble(), within(1e-15)));
    }

    @Test
    void planOutsChoices() {
        assertThat(cases("planout")).allSatisfy(c -> {
            String text = planOut(c);
            assertThat(Sha1Fraction.hash60(text)).isEqualTo(c.get("hash15").asLong());
            assertThat(Sha1Fraction.of(text)).isCloseTo(c.get("uniform").asDouble(), within(1e-15));
            assertThat(Sha1Fraction.hash60(text) % 2)
                    .isEqualTo(c.get("uniformChoice2").asLong());
            assertThat(Sha1Fraction.hash60(text) % 8)
                    .isEqualTo(c.get("uniformChoice8").asLong());
            assertThat(Sha1Fraction.hash60(text) % 100_001)
                    .isEqualTo(c.get("randomInteger_0_100000").asLong());
            assertThat(Sha1Fraction.of(text) <= 0.1)
                    .isEqualTo(c.get("bernoulli_p01").asInt() == 1);
        });
        assertThat(VECTORS.get("planout").get("weighted_choice").valueStream())
                .hasSize(20)
                .allSatisfy(c -> assertThat(Sha1Fraction.choice(
                                planOut(c),
                                c.get("weights")
                                        .valueStream()
                                        .map(JsonNode::asDouble)
                                        .toList()))
                        .isEqualTo(c.get("index").asInt()));
    }

    private static String planOut(JsonNode c) {
        return String.join(
                ".",
                c.get("experiment_salt").asText(),
                c.get("variable_salt").asText(),
                c.get("unit").asText());
    }

    @Test
    void unleashsShares() {
        assertThat(cases("unleash")).allSatisfy(c -> {
            String group = c.get("groupId").asText();
            String unit = c.get("id").asText();
            assertThat(ForeignHash.unleash(group, unit, 100))
                    .isEqualTo(c.get("n100").asInt());
            assertThat(ForeignHash.unleash(group, unit, 1000))
                    .isEqualTo(c.get("n1000").asInt());
            assertThat(ForeignHash.unleashVariant(group, unit, 1000))
                    .isEqualTo(c.get("variant1000").asInt());
        });
    }

    @Test
    void flagdsBucketsAtTheirEdges() {
        assertThat(VECTORS.get("flagd_v2").get("edge").valueStream()).allSatisfy(c -> {
            String key = c.get("key").asText();
            assertThat(Murmur3.hash32(key, 0)).isEqualTo(c.get("hash").asLong());
            assertThat(ForeignHash.flagd(key, 100)).isEqualTo(c.get("bucket100").asInt());
            assertThat(ForeignHash.flagd(key, 10_000))
                    .isEqualTo(c.get("bucket10000").asInt());
        });
        assertThat(ForeignHash.flagdChoice("anybody", List.of(0, 0))).isEqualTo(-1);
    }

    /** The tables of flagd's specification: what is hashed, the weights, which variant. */
    @ParameterizedTest
    @CsvSource({
        "fractional-flagjack,25 25 25 25,2",
        "fractional-flagqueen,25 25 25 25,3",
        "fractional-flagten,25 25 25 25,0",
        "fractional-flagnine,25 25 25 25,1",
        "fractional-flag3,25 25 25 25,0",
        "fractional-flag-shorthandjon@company.com,1 1,0",
        "fractional-flag-shorthandjane@company.com,1 1,1",
        "shared-seedseven,25 25 25 25,2",
        "shared-seedeight,25 25 25 25,1",
        "shared-seednine,25 25 25 25,0",
        "shared-seedtwo,25 25 25 25,3",
        "fractional-single-entry-flagsome-targeting-key,1,0",
        "ejOoVL,50 50,0",
        "bY9fO-,50 50,0",
        "SI7p-,50 50,0",
        "6LvT0,50 50,1",
        "ceQdGm,50 50,1",
        "jon@company.com,50 50,0",
        "user1,50 50,1",
        "jon@company.com,100 10,0",
        "jon@company.com,0 10,1",
        "user1,100 10,0",
        "user1,0 10,1"
    })
    void flagdsChoices(String hashed, String weights, int chosen) {
        List<Integer> all =
                Stream.of(weights.split(" ", -1)).map(Integer::valueOf).toList();

        assertThat(ForeignHash.flagdChoice(hashed, all)).isEqualTo(chosen);
    }

    private interface Share {
        double of(String unit);
    }

    @Test
    void theyAreAsUniformAsStated() {
        assertThat(bins(unit -> growthBook("exp1", unit, 2))).isEqualTo(stated(0));
        assertThat(bins(unit -> growthBook("exp1", unit, 1))).isEqualTo(stated(1));
        assertThat(bins(unit -> (ForeignHash.unleash("exp1", unit, 100) - 1) / 100.0))
                .isEqualTo(stated(2));
        assertThat(bins(unit -> Sha1Fraction.of("exp1.v." + unit))).isEqualTo(stated(3));
    }

    /** Two experiments over the same units: GrowthBook's version 2 doesn't couple them, version 1 does. */
    @Test
    void experimentsAreIndependentOfEachOtherUnderVersion2Only() {
        assertThat(together(2)).isEqualTo(statedTogether("v2"));
        assertThat(together(1)).isEqualTo(statedTogether("v1"));
        assertThat(coupling(together(2))).isLessThan(3.84);
        assertThat(coupling(together(1))).isGreaterThan(10.83);
    }

    /** How many of 10,000 units are in which halves of two experiments: both first, first and second, second and first, both second. */
    private static List<Integer> together(int version) {
        int[] counts = new int[4];
        IntStream.range(0, 10_000).mapToObj(Integer::toString).forEach(unit -> {
            int first = growthBook("expA", unit, version) < 0.5 ? 0 : 1;
            int second = growthBook("expB", unit, version) < 0.5 ? 0 : 1;
            counts[2 * first + second]++;
        });
        return IntStream.of(counts).boxed().toList();
    }

    private static List<Integer> statedTogether(String version) {
        JsonNode counts = VECTORS.get("cross_experiment_independence").get(version);
        return Stream.of("(0, 0)", "(0, 1)", "(1, 0)", "(1, 1)")
                .map(cell -> counts.get(cell).asInt())
                .toList();
    }

    /** Pearson's chi squared of a table of two by two, one degree of freedom. */
    private static double coupling(List<Integer> cells) {
        double a = cells.get(0);
        double b = cells.get(1);
        double c = cells.get(2);
        double d = cells.get(3);
        return (a + b + c + d) * Math.pow(a * d - b * c, 2) / ((a + b) * (c + d) * (a + c) * (b + d));
    }

    private static double growthBook(String seed, String unit, int version) {
        return GrowthBookHash.hash(seed, unit, version).orElseThrow();
    }

    private static List<Integer> stated(int row) {
        return VECTORS.get("uniformity")
                .get(row)
                .get("bins")
                .valueStream()
                .map(JsonNode::asInt)
                .toList();
    }

    private static List<Integer> bins(Share share) {
        int[] bins = new int[10];
        IntStream.range(0, 10_000).forEach(unit -> bins[(int) (share.of(Integer.toString(unit)) * 10)]++);
        return IntStream.of(bins).boxed().toList();
    }
}
