package dev.aisle.campaign.reports.domain;

import dev.aisle.algorithms.experiment.SampleRatio;
import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.Variation;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The arms of a campaign's version. */
public record Arms(List<Arm> all, String currency) {
    public Arms {
        all = List.copyOf(all);
    }

    /** A metric over those who get the campaign, or over the comparison group. */
    public Sums over(boolean holdout, Function<Arm, Sums> metric) {
        return all.stream().filter(arm -> arm.holdout() == holdout).map(metric).reduce(Sums.NONE, Sums::plus);
    }

    /** How many people there are. */
    public long people() {
        return all.stream().mapToLong(Arm::people).sum();
    }

    /** Whether each may be told: a single one that isn't would follow from the others. */
    public boolean each(KThreshold threshold) {
        return all.stream().allMatch(arm -> threshold.allows(arm.people()));
    }

    /** Whether those who get it may be told apart from the comparison group. */
    public boolean both(KThreshold threshold) {
        return threshold.allows(over(false, Arm::converted).n())
                && threshold.allows(over(true, Arm::converted).n());
    }

    /** How likely arms of these sizes are when chance alone assigns people as the campaign says. */
    public double sizesByChance(Campaign campaign) {
        int arms = campaign.variations().size() + 1;
        long[] people = new long[arms];
        double[] shares = new double[arms];
        people[0] = over(true, Arm::converted).n();
        shares[0] = campaign.holdoutShare();
        for (int n = 1; n < arms; n++) {
            Variation variation = campaign.variations().get(n - 1);
            shares[n] = (1 - campaign.holdoutShare()) * variation.weight();
            people[n] = all.stream()
                    .filter(arm -> !arm.holdout() && arm.variation().equals(variation.id()))
                    .mapToLong(Arm::people)
                    .sum();
        }
        return SampleRatio.of(Arrays.stream(people).asDoubleStream().toArray(), shares)
                .p();
    }
}
