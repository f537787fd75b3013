package dev.aisle.campaign.results.effects;

import dev.aisle.algorithms.experiment.SampleRatio;
import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.Variation;
import java.util.List;
import java.util.function.Function;

/** The arms of a campaign's version, as the guard shows them. */
public record Arms(List<Arm> all, String currency) {
    public Arms {
        all = List.copyOf(all);
    }

    /** A metric over those who get the campaign, or over the comparison group. */
    public Sums over(boolean holdout, Function<Arm, Sums> metric) {
        return of(holdout).stream().map(metric).reduce(Sums.NONE, Sums::plus);
    }

    private List<Arm> of(boolean holdout) {
        return all.stream().filter(arm -> arm.holdout() == holdout).toList();
    }

    /** Whether each may be shown: a single one that isn't would follow from the others. */
    public boolean each(GuardLevel level) {
        return all.stream().allMatch(arm -> level.shows(arm.counted()));
    }

    /** Whether those who get it may be shown apart from the comparison group. */
    public boolean both(GuardLevel level) {
        return level.shows(sum(of(false), Arm::counted)) && level.shows(sum(of(true), Arm::counted));
    }

    /** Whether enough people said something of campaigns. */
    public boolean spoke(GuardLevel level) {
        return level.shows(sum(all, Arm::spoke));
    }

    private static NoisedFigure sum(List<Arm> arms, Function<Arm, NoisedFigure> figure) {
        return arms.stream()
                .map(figure)
                .reduce((a, b) -> new NoisedFigure(a.value() + b.value(), Math.hypot(a.deviation(), b.deviation())))
                .orElse(new NoisedFigure(0, 1));
    }

    /** How likely arms of these sizes are when chance alone assigns people as the campaign says, and the guard adds its noise. */
    public double sizesByChance(Campaign campaign) {
        double people = all.stream().mapToLong(Arm::people).sum();
        double[] units = new double[all.size()];
        double[] shares = new double[all.size()];
        for (int n = 0; n < units.length; n++) {
            Arm arm = all.get(n);
            shares[n] = share(campaign, arm);
            double expected = people * shares[n];
            double chance = expected * (1 - shares[n]);
            double noise = arm.counted().deviation() * arm.counted().deviation();
            units[n] = expected + (arm.people() - expected) * Math.sqrt(chance / (chance + noise));
        }
        return people == 0 ? 1 : SampleRatio.of(units, shares).p();
    }

    private static double share(Campaign campaign, Arm arm) {
        return arm.holdout()
                ? campaign.holdoutShare()
                : (1 - campaign.holdoutShare())
                        * campaign.variations().stream()
                                .filter(one -> one.id().equals(arm.variation()))
                                .mapToDouble(Variation::weight)
                                .sum();
    }
}
