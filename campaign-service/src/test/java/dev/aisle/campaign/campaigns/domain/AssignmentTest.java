package dev.aisle.campaign.campaigns.domain;

import static dev.aisle.campaign.campaigns.domain.CampaignExamples.experiment;
import static dev.aisle.campaign.campaigns.domain.CampaignExamples.variation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.campaign.campaigns.domain.Assignment.HeldOut;
import dev.aisle.campaign.campaigns.domain.Assignment.Treated;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    private static final int PEOPLE = 20_000;
    private static final Campaign EXPERIMENT = experiment(0.2, variation("a", 0.25), variation("b", 0.75));

    @Test
    void theSamePersonAlwaysLandsInTheSamePlace() {
        assertThat(Assignment.of(EXPERIMENT, "person")).isEqualTo(Assignment.of(EXPERIMENT, "person"));
    }

    @Test
    void thePropensityIsTheShareThatLandsThere() {
        List<Assignment> all = assignAll(EXPERIMENT);

        for (Assignment kind : all.stream().distinct().toList()) {
            double share = (double) all.stream().filter(kind::equals).count() / PEOPLE;
            assertThat(kind.propensity()).isCloseTo(share, within(0.015));
        }
    }

    @Test
    void thePropensitiesOfAllPlacesSumToOne() {
        double sum = assignAll(EXPERIMENT).stream()
                .distinct()
                .mapToDouble(Assignment::propensity)
                .sum();

        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void withoutAHoldoutNobodyIsHeldOut() {
        assertThat(assignAll(experiment(0, variation("a", 1)))).allMatch(Treated.class::isInstance);
    }

    @Test
    void aVariationWithoutWeightIsNeverGiven() {
        Campaign campaign = experiment(0, variation("a", 0), variation("b", 1), variation("c", 0));

        assertThat(assignAll(campaign))
                .allMatch(one -> ((Treated) one).variation().id().equals("b"));
    }

    @Test
    void beingHeldOutSaysNothingAboutTheVariationOfTheOthers() {
        Campaign half = experiment(0.5, variation("a", 0.5), variation("b", 0.5));
        List<Assignment> treated = assignAll(half).stream()
                .filter(one -> !(one instanceof HeldOut))
                .toList();

        long first = treated.stream()
                .filter(one -> ((Treated) one).variation().id().equals("a"))
                .count();

        assertThat((double) first / treated.size()).isCloseTo(0.5, within(0.02));
    }

    private static List<Assignment> assignAll(Campaign campaign) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(number -> Assignment.of(campaign, "person-" + number))
                .toList();
    }
}
