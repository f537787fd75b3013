package dev.aisle.algorithms.privacy.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.privacy.anonymity.LatticeSearch.Found;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** k-anonymity-vectors.json. Its segment_tests are DifferencingGuardTest and privacy-service's CountsIT. */
class ArxVectorsTest {
    private static final JsonNode VECTORS = Adults.VECTORS;

    @Test
    void theRisksOfTheRawTableAreMet() {
        JsonNode raw = VECTORS.get("raw");

        Grouping grouping = Adults.TABLE.group(new int[9], new AnonymityRules(1, 1, 0));

        assertThat(grouping.rows()).isEqualTo(VECTORS.get("n").asLong());
        assertThat(grouping.classes()).isEqualTo(raw.get("equivalence_classes").asInt());
        assertThat(grouping.averageRisk()).isCloseTo(raw.get("average_risk").asDouble(), within(1e-12));
        assertThat(grouping.highestRisk()).isEqualTo(raw.get("highest_risk").asDouble());
        assertThat(grouping.uniqueFraction())
                .isCloseTo(raw.get("unique_fraction").asDouble(), within(1e-12));
    }

    @Test
    void whatTheLevelsOfArxGiveIsMet() {
        assertThat(VECTORS.get("generalised")).hasSize(4).allSatisfy(row -> {
            Grouping grouping = Adults.TABLE.group(Adults.levels(row), rules(row));

            assertThat(grouping.suppressed()).isEqualTo(row.get("suppressed").asLong());
            assertThat(grouping.smallest()).isEqualTo(row.get("min_class").asLong());
            if (row.has("classes")) {
                assertThat(grouping.classes()).isEqualTo(row.get("classes").asInt());
                assertThat((double) grouping.suppressed() / grouping.rows())
                        .isCloseTo(row.get("suppressed_fraction").asDouble(), within(1e-12));
            }
        });
    }

    @Test
    void theSearchFindsTheLevelsOfArx() {
        assertThat(VECTORS.get("generalised")).allSatisfy(row -> {
            Found found = LatticeSearch.best(Adults.TABLE, rules(row)).orElseThrow();

            assertThat(found.levels()).isEqualTo(Adults.levels(row));
            assertThat(found.lattice()).isEqualTo(12_960);
            assertThat(found.evaluated()).isLessThan(1_300);
        });
    }

    @Test
    void theLossIsTheNonUniformEntropyThatArxPrints() {
        // TestAnonymizationKAnonymity of ARX: 255559.85455731067 and 407289.5388925293.
        assertThat(Adults.TABLE.loss(new int[] {1, 0, 1, 1, 3, 2, 2, 0, 1}))
                .isCloseTo(255559.85455731067, within(1e-6));
        assertThat(Adults.TABLE.loss(new int[] {1, 2, 1, 1, 3, 2, 2, 1, 1})).isCloseTo(407289.5388925293, within(1e-6));
    }

    @Test
    void theSmallExampleOfArxBecomesThreeGroupsOfSeven() {
        JsonNode tiny = VECTORS.get("tiny");
        List<List<String>> columns = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        tiny.get("rows").forEach(row -> {
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).add(row.get(i).asText());
            }
        });
        Table table = Table.of(columns, List.of(ages(), gender(), zips()), List.of());

        Grouping raw = table.group(new int[3], new AnonymityRules(1, 1, 0));
        Grouping two = LatticeSearch.best(table, new AnonymityRules(2, 1, 0))
                .orElseThrow()
                .grouping();

        assertThat(raw.averageRisk()).isEqualTo(tiny.get("average_risk_raw").asDouble());
        assertThat(raw.highestRisk()).isEqualTo(tiny.get("highest_risk_raw").asDouble());
        assertThat(two.averageRisk())
                .isCloseTo(tiny.get("average_risk_after_2_anonymity_arx").asDouble(), within(1e-12));
    }

    private static AnonymityRules rules(JsonNode row) {
        return new AnonymityRules(
                row.get("k").asInt(), 1, row.get("arx_suppression_limit").asDouble());
    }

    private static Hierarchy ages() {
        return Hierarchy.of(List.of(
                List.of("34", "<50", "*"),
                List.of("45", "<50", "*"),
                List.of("66", ">=50", "*"),
                List.of("70", ">=50", "*")));
    }

    private static Hierarchy gender() {
        return Hierarchy.suppressing(List.of("male", "female"));
    }

    private static Hierarchy zips() {
        return Hierarchy.of(List.of("81667", "81675", "81925", "81931").stream()
                .map(zip -> List.of(
                        zip,
                        zip.substring(0, 4) + "*",
                        zip.substring(0, 3) + "**",
                        zip.substring(0, 2) + "***",
                        zip.charAt(0) + "****",
                        "*****"))
                .toList());
    }
}
