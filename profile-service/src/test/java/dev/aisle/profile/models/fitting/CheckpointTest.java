package dev.aisle.profile.models.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.Noise;
import dev.aisle.profile.analysis.domain.People;
import dev.aisle.profile.models.fitting.Fit.Fitted;
import dev.aisle.profile.models.fitting.Fit.NotFitted;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.values.domain.PurchaseDays;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckpointTest {
    private static final Instant NOW = Instant.parse("2026-11-25T23:30:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static FitRules rules(int leastPeople) {
        return new FitRules(NOW, BERLIN, leastPeople, new Noise(GuardLevel.DEFAULT, new SplittableRandom(1)));
    }

    /** Buyers of two categories over a year, some of whom come again, some with a coupon. */
    private static List<PersonEvents> shop(int people, long seed) {
        Random random = new Random(seed);
        List<PersonEvents> shop = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            List<PersonEvent> events = new ArrayList<>();
            double day = 360 * random.nextDouble();
            int most = 1 + random.nextInt(8);
            double own = 5 + 40 * random.nextDouble();
            for (int n = 0; n < most && day > 0; n++) {
                events.add(People.order(
                        NOW.minusSeconds((long) (86_400 * day)),
                        random.nextBoolean() ? "tea" : "coffee",
                        500 + random.nextInt(5_000),
                        random.nextInt(4) == 0 ? "SPRING" : ""));
                day -= own * (.5 + random.nextDouble());
            }
            shop.add(PersonEvents.of(events));
        }
        return shop;
    }

    @ParameterizedTest
    @EnumSource
    void whatGoesOnAtACheckpointEndsLikeWhatWasNeverInterrupted(JobKind kind) {
        List<PersonEvents> shop = shop(600, 7);
        JobTally whole = kind.begin(rules(100));
        shop.forEach(whole::add);
        List<Fit> expected = whole.fit();

        for (int cut : new int[] {0, 1, 299, 600}) {
            JobTally before = kind.begin(rules(100));
            shop.subList(0, cut).forEach(before::add);
            Checkpoint kept = Checkpoint.of("p1.k1.x", before);
            JobTally after = kind.begin(rules(100));
            new Checkpoint(kept.cursor(), kept.bytes()).restore(after);
            shop.subList(cut, 600).forEach(after::add);

            assertThat(printed(after.fit())).isEqualTo(printed(expected));
        }
        if (kind != JobKind.FORECAST) {
            assertThat(expected).allMatch(Fitted.class::isInstance);
        }
    }

    /** Records with arrays are not equal when their numbers are, so they are compared as JSON. */
    private static List<String> printed(List<Fit> fits) {
        return fits.stream().map(CheckpointTest::printed).toList();
    }

    private static String printed(Fit fit) {
        try {
            return JsonMapper.builder().findAndAddModules().build().writeValueAsString(fit);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofFewPeopleNoModelIsMadeAndTheReasonIsGiven(JobKind kind) {
        JobTally tally = kind.begin(rules(100));
        shop(99, 7).forEach(tally::add);

        assertThat(tally.fit())
                .isNotEmpty()
                .allSatisfy(fit -> assertThat(fit)
                        .isInstanceOfSatisfying(
                                NotFitted.class, not -> assertThat(not.reason()).contains("needs 100")));
    }

    @ParameterizedTest
    @EnumSource
    void ofNobodyNoModelIsMade(JobKind kind) {
        assertThat(kind.begin(rules(100)).fit()).allMatch(NotFitted.class::isInstance);
    }

    @Test
    void peopleWhoNeverComeAgainGiveNoModelOfLifetime() {
        JobTally tally = JobKind.LIFETIME.begin(rules(100));
        for (int i = 0; i < 500; i++) {
            tally.add(People.of(People.purchase(NOW.minusSeconds(86_400L * i), "tea", 500)));
        }

        assertThat(tally.fit()).allMatch(NotFitted.class::isInstance);
    }

    @Test
    void aDayOfTheShopIsOnePurchaseHoweverManyOrdersItHas() {
        PurchaseDays days = rules(1).orders(People.of(
                        People.purchase(Instant.parse("2026-10-24T22:00:00Z"), "tea", 100),
                        People.purchase(Instant.parse("2026-10-25T22:59:59Z"), "tea", 200),
                        People.purchase(Instant.parse("2026-10-25T23:00:00Z"), "tea", 400)))
                .days(BERLIN);

        assertThat(days.amounts().values()).containsExactly(300L, 400L);
        assertThat(days.span().repeats()).isEqualTo(1);
        assertThat(days.repeated()).isEqualTo(400);
        assertThat(days.total()).isEqualTo(700);
    }

    @Test
    void whatHappensAfterTheMomentOfTheJobDoesNotCount() {
        PersonEvents events = People.of(People.purchase(NOW.plusSeconds(1), "tea", 100));

        assertThat(rules(1).orders(events).list()).isEmpty();
    }

    @Test
    void anOrderThatIsToldTwiceCountsOnceAsInProfiles() {
        PersonEvent order = People.purchase(NOW.minusSeconds(3 * 86_400L), "tea", 500);
        PersonEvent again = People.purchase(NOW.minusSeconds(86_400L), "tea", 500);
        PersonEvent told = new PersonEvent(
                again.id(),
                again.at(),
                again.type(),
                again.purposes(),
                again.consentVersion(),
                again.session(),
                again.list(),
                again.items(),
                order.order(),
                again.name(),
                again.zone(),
                again.context(),
                again.quality());

        assertThat(rules(1).orders(People.of(order, told)).list()).containsExactly(order);
    }
}
