package dev.aisle.algorithms.privacy.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.privacy.anonymity.LatticeSearch.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AnonymityLawsTest {
    private static final Hierarchy EIGHT = Hierarchy.of(IntStream.range(0, 8)
            .mapToObj(i -> List.of("v" + i, "p" + i / 2, "q" + i / 4, "*"))
            .toList());

    private static Table random(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<String>> columns = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<String> sensitive = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            columns.forEach(column -> column.add("v" + random.nextInt(1 + random.nextInt(8))));
            sensitive.add("s" + random.nextInt(4));
        }
        return Table.of(columns, List.of(EIGHT, EIGHT, EIGHT), sensitive);
    }

    @Property(tries = 150)
    void theSearchFindsWhatLookingAtAllFinds(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int k,
            @ForAll @IntRange(min = 1, max = 4) int l,
            @ForAll @IntRange(max = 3) int tenths) {
        Table table = random(seed, 120);
        AnonymityRules rules = new AnonymityRules(k, l, tenths / 10.0);

        Optional<Found> found = LatticeSearch.best(table, rules);

        assertThat(found.map(Found::loss)).isEqualTo(least(table, rules));
    }

    private static Optional<Double> least(Table table, AnonymityRules rules) {
        return IntStream.range(0, 64)
                .mapToObj(i -> new int[] {i / 16, i / 4 % 4, i % 4})
                .filter(levels -> table.group(levels, rules).suppressed() <= rules.suppressionLimit() * 120)
                .map(table::loss)
                .min(Double::compare);
    }

    @Property(tries = 100)
    void aCoarserTableLosesMoreAndSuppressesNoMore(
            @ForAll long seed, @ForAll @IntRange(max = 2) int column, @ForAll @IntRange(max = 2) int level) {
        Table table = random(seed, 100);
        AnonymityRules rules = new AnonymityRules(5, 2, 0);
        int[] fine = {level, level, level};
        int[] coarse = fine.clone();
        coarse[column]++;

        assertThat(table.loss(coarse)).isGreaterThanOrEqualTo(table.loss(fine));
        assertThat(table.group(coarse, rules).suppressed())
                .isLessThanOrEqualTo(table.group(fine, rules).suppressed());
    }

    @Test
    void aGroupThatAgreesOnWhatIsSensitiveIsNotDiverse() {
        Table table = Table.of(
                List.of(List.of("a", "a", "b", "b")),
                List.of(Hierarchy.suppressing(List.of("a", "b"))),
                List.of("ill", "ill", "ill", "well"));

        assertThat(table.group(new int[] {0}, new AnonymityRules(2, 2, 0)).suppressed())
                .isEqualTo(2);
        assertThat(LatticeSearch.best(table, new AnonymityRules(2, 2, 0))
                        .orElseThrow()
                        .levels())
                .containsExactly(1);
        assertThat(LatticeSearch.best(table, new AnonymityRules(2, 3, 0))).isEmpty();
    }

    @Test
    void aHierarchyThatIsNoneIsRefused() {
        List<List<List<String>>> refused = List.of(
                List.of(),
                List.of(List.of("a", "*"), List.of("b")),
                List.of(List.of("a", "*"), List.of("a", "*")),
                List.of(List.of("a", "x", "1"), List.of("b", "x", "2")));

        assertThat(refused)
                .allSatisfy(rows ->
                        assertThatThrownBy(() -> Hierarchy.of(rows)).isInstanceOf(IllegalArgumentException.class));
        assertThatThrownBy(() -> EIGHT.at("none", 0)).hasMessageContaining("none");
    }
}
