package dev.aisle.profile.models.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.aisle.algorithms.customers.lifetime.BetaGeometric;
import dev.aisle.algorithms.customers.lifetime.GammaGamma;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.Noise;
import dev.aisle.profile.analysis.domain.People;
import dev.aisle.profile.models.ModelKind;
import dev.aisle.profile.models.Parameters;
import dev.aisle.profile.models.fitting.Fit.Fitted;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The jobs' tallies on logs of real shops. */
class RealShopsTest {
    private static final ZoneId UTC = ZoneOffset.UTC;

    @Test
    void theLogOfCdnowGivesThePublishedModels() throws IOException {
        Collection<PersonEvents> customers = cdnow();
        JobTally tally = JobKind.LIFETIME.begin(rules("1997-09-30T23:59:59Z"));
        customers.forEach(tally::add);

        List<Fit> fits = tally.fit();

        Parameters.Lifetime lifetime = parameters(fits, ModelKind.LIFETIME, Parameters.Lifetime.class);
        BetaGeometric bg = lifetime.bgNbd();
        assertThat(bg.r()).isCloseTo(.243, offset(.01));
        assertThat(bg.alpha()).isCloseTo(4.414, offset(.01));
        assertThat(bg.a()).isCloseTo(.793, offset(.01));
        assertThat(bg.b()).isCloseTo(2.426, offset(.01));
        assertThat(lifetime.bgLogLikelihood()).isCloseTo(-9582.4, offset(.05));
        GammaGamma spend =
                parameters(fits, ModelKind.SPEND, Parameters.Spend.class).gammaGamma();
        assertThat(spend.p()).isCloseTo(6.25, offset(.02));
        assertThat(spend.q()).isCloseTo(3.74, offset(.02));
        // In cents where the source has dollars.
        assertThat(spend.v()).isCloseTo(1_544, offset(10.0));
    }

    @Test
    void theHouseholdsOfAGrocerGiveCouponAndReplenishmentPriors() throws IOException {
        Collection<PersonEvents> households = completeJourney();
        FitRules rules = rules("2018-01-02T00:00:00Z");
        JobTally coupons = JobKind.COUPON.begin(rules);
        JobTally gaps = JobKind.REPLENISHMENT.begin(rules);
        households.forEach(coupons::add);
        households.forEach(gaps::add);

        Parameters.Coupon coupon = parameters(coupons.fit(), ModelKind.COUPON, Parameters.Coupon.class);
        Parameters.Replenishments replenishment =
                parameters(gaps.fit(), ModelKind.REPLENISHMENT, Parameters.Replenishments.class);

        long orders =
                households.stream().mapToLong(person -> person.list().size()).sum();
        long reduced = households.stream()
                .flatMap(person -> person.list().stream())
                .filter(event -> event.order() != null && event.order().reduced())
                .count();
        assertThat(coupon.prior().share()).isCloseTo((double) reduced / orders, offset(.02));
        assertThat(replenishment.categories()).containsKey("GROCERY");
        assertThat(replenishment.anything().k()).isBetween(.3, 5.0);
    }

    private static <P extends Parameters> P parameters(List<Fit> fits, ModelKind kind, Class<P> type) {
        return fits.stream()
                .filter(Fitted.class::isInstance)
                .map(Fitted.class::cast)
                .filter(fit -> fit.kind() == kind)
                .map(Fitted::parameters)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not fitted: " + fits));
    }

    private static FitRules rules(String asOf) {
        return new FitRules(Instant.parse(asOf), UTC, 100, new Noise(GuardLevel.DEFAULT, new SplittableRandom(1)));
    }

    private static Collection<PersonEvents> cdnow() throws IOException {
        Path file = Shared.path("data/cdnow/CDNOW_sample.txt");
        Map<String, List<PersonEvent>> customers = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.strip().split("\\s+", -1);
            Instant at = LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE)
                    .atTime(12, 0)
                    .toInstant(ZoneOffset.UTC);
            customers
                    .computeIfAbsent(fields[1], _ -> new ArrayList<>())
                    .add(People.purchase(at, "cd", Math.round(100 * Double.parseDouble(fields[4]))));
        }
        return customers.values().stream().map(PersonEvents::of).toList();
    }

    /** A basket is an order; the category is the product's department. */
    private static Collection<PersonEvents> completeJourney() throws IOException {
        Map<String, String> departments = new TreeMap<>();
        for (String line : Files.readAllLines(Shared.path("data/completejourney/products.csv"))) {
            String[] fields = line.split(",", 4);
            departments.put(fields[0], fields[2]);
        }
        Map<String, Map<String, PersonEvent>> baskets = new TreeMap<>();
        Path file = Shared.path("data/completejourney/transactions_sample.csv");
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            boolean coupon = Double.parseDouble(fields[7]) > 0 || Double.parseDouble(fields[8]) > 0;
            PersonEvent item = People.order(
                    Instant.parse(fields[10]),
                    departments.getOrDefault(fields[3], ""),
                    Math.round(100 * Double.parseDouble(fields[5])),
                    coupon ? "coupon" : "");
            baskets.computeIfAbsent(fields[0], _ -> new TreeMap<>()).merge(fields[2], item, People::together);
        }
        return baskets.values().stream()
                .map(ofHousehold -> PersonEvents.of(ofHousehold.values()))
                .toList();
    }
}
