package dev.aisle.local.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    private final Plan plan = new Plan(Costs.measured());

    @Test
    void tenTimesTheEventsTakeTenTimesTheCoresOfWhatWorksOnEvents() {
        List<Need> small = plan.of(new Size(1_000, 1e6, 100_000));
        List<Need> large = plan.of(new Size(10_000, 1e6, 100_000));

        for (int i = 0; i < small.size(); i++) {
            assertThat(large.get(i).cores())
                    .as(small.get(i).part())
                    .isBetween(small.get(i).cores(), 10.0001 * small.get(i).cores());
            assertThat(large.get(i).heap())
                    .as(small.get(i).part())
                    .isEqualTo(small.get(i).heap());
        }
    }

    @Test
    void partitionsAreEnoughForTheSlowestThreadAndNeverFewerThanThereAre() {
        assertThat(plan.partitions(new Size(1, 1, 1))).isEqualTo(6);
        assertThat(plan.partitions(new Size(100_000, 1e6, 1)) % 6).isZero();
        double busy =
                100_000 * Costs.measured().of("cpu.thread.refine") / 1e6 / plan.partitions(new Size(100_000, 1e6, 1));
        assertThat(busy).isLessThanOrEqualTo(0.5);
    }

    @Test
    void everyPartCanLoseAnInstance() {
        assertThat(plan.of(new Size(100, 1_000, 10)))
                .allSatisfy(need -> assertThat(need.instances()).as(need.part()).isGreaterThanOrEqualTo(2));
    }

    @Test
    void theTablesOfTheDocumentAreThoseOfTheModel() throws IOException {
        String document = Files.readString(Path.of("../../docs/scale.md"));

        assertThat(document)
                .contains(
                        String.join("\n", Tables.lines(plan, Costs.measured())).strip());
    }

    @Test
    void aTableHoldsWhatComesInTheTimeThatTheContractKeepsIt() {
        var facts = KeptTable.of(new Size(1_000, 1e6, 100_000), Costs.measured()).stream()
                .filter(table -> table.table().equals("metric_fact"))
                .findFirst()
                .orElseThrow();

        assertThat(facts.days()).isEqualTo(455);
        assertThat(facts.kept()).isCloseTo(1_000 / 3.0 * 0.87 * 86_400 * 455 * 421, withinPercentage(0.01));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeptTable("campaign-service", "nothing", 1, 1).days());
    }

    @Test
    void everyConsumerHasAnInstanceForEachHalfBusyThread() {
        var needs = plan.of(new Size(100_000, 1e8, 1_000_000));

        assertThat(needs)
                .filteredOn(need -> need.part().equals("refine"))
                .singleElement()
                .satisfies(need -> assertThat((need.instances() - 1) * 0.5 / (80e-6 * 100_000))
                        .isGreaterThanOrEqualTo(1));
    }

    @Test
    void theHeapsAreThoseOfTheChart() throws IOException {
        String chart = Files.readString(Path.of("../helm/aisle/templates/_components.tpl"));

        for (String component : List.of("door", "refine", "profile", "recommender", "campaign", "privacy")) {
            assertThat(chart)
                    .as(component)
                    .containsPattern("(?m)^" + component + ":\n(  [a-z]+: .*\n)*  heap: \\{base: "
                            + (int) Costs.measured().of("heap.base." + component) + ", person: "
                            + (int) Costs.measured().of("heap.person." + component) + ",");
        }
    }

    @Test
    void eachCostSaysWhereItIsFrom() {
        assertThat(Costs.measured().lines().values()).allSatisfy(line -> {
            assertThat(line.from()).isNotBlank();
            assertThat(line.unit()).isNotBlank();
            assertThat(line.value()).isNotNegative();
        });
        assertThatIllegalArgumentException().isThrownBy(() -> Costs.read(List.of("cpu.x\t1")));
        assertThatIllegalArgumentException().isThrownBy(() -> Costs.measured().of("nothing"));
    }
}
