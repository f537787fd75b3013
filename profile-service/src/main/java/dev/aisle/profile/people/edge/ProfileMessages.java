package dev.aisle.profile.people.edge;

import com.google.protobuf.Timestamp;
import dev.aisle.algorithms.customers.rfm.RfmScore;
import dev.aisle.contracts.profile.v1.CouponUse;
import dev.aisle.contracts.profile.v1.DataQuality;
import dev.aisle.contracts.profile.v1.Estimate;
import dev.aisle.contracts.profile.v1.EventCount;
import dev.aisle.contracts.profile.v1.Prediction;
import dev.aisle.contracts.profile.v1.Profile;
import dev.aisle.contracts.profile.v1.Replenishment;
import dev.aisle.contracts.profile.v1.Rfm;
import dev.aisle.contracts.profile.v1.Rhythm;
import dev.aisle.contracts.profile.v1.Tastes;
import dev.aisle.profile.people.usecase.ReadableProfile;
import dev.aisle.profile.people.values.domain.Due;
import dev.aisle.profile.people.values.domain.ProfileValues;
import dev.aisle.profile.people.values.domain.Taste;
import dev.aisle.profile.people.values.domain.Taste.Dimension;
import dev.aisle.profile.people.values.domain.Told;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Profiles as messages of the contract. What a purpose may not read isn't computed, and isn't there. */
final class ProfileMessages {
    private final ProfileValues values;
    private final ReadFields fields;
    private final Profile.Builder profile = Profile.newBuilder();

    private ProfileMessages(ReadableProfile readable) {
        this.values = readable.values();
        this.fields = new ReadFields(readable.purpose());
    }

    static Profile message(ReadableProfile readable) {
        ProfileMessages message = new ProfileMessages(readable);
        message.profile
                .setPseudonym(readable.pseudonym())
                .setPurpose(readable.purpose())
                .setAsOf(timestamp(readable.values().now()))
                .setEvents(readable.values().events())
                .putAllModels(readable.values().fitted().versions());
        message.activity(readable.segments());
        message.customer();
        message.habits();
        return message.profile.build();
    }

    private void activity(Iterable<String> segments) {
        fields.read("first_seen", () -> profile.setFirstSeen(timestamp(values.firstSeen())));
        fields.read("last_seen", () -> profile.setLastSeen(timestamp(values.lastSeen())));
        fields.read(
                "counts",
                () -> values.counts()
                        .forEach((type, count) -> profile.putCounts(
                                type,
                                EventCount.newBuilder()
                                        .setCount(count.count())
                                        .setFirstAt(timestamp(count.firstAt()))
                                        .setLastAt(timestamp(count.lastAt()))
                                        .build())));
        fields.read(
                "purchases", () -> profile.setPurchases(values.orders().list().size()));
        fields.read("recent_products", () -> profile.addAllRecentProducts(values.recentProducts()));
        fields.read("segments", () -> profile.addAllSegments(segments));
        fields.read(
                "tastes",
                () -> profile.setTastes(Tastes.newBuilder()
                        .addAllCategories(tastes(Dimension.CATEGORY))
                        .addAllBrands(tastes(Dimension.BRAND))
                        .addAllPriceBands(tastes(Dimension.PRICE_BAND))
                        .addAllVariants(tastes(Dimension.VARIANT))));
    }

    private List<dev.aisle.contracts.profile.v1.Taste> tastes(Dimension dimension) {
        return values.taste(dimension).stream().map(ProfileMessages::taste).toList();
    }

    private static dev.aisle.contracts.profile.v1.Taste taste(Taste taste) {
        return dev.aisle.contracts.profile.v1.Taste.newBuilder()
                .setKey(taste.key())
                .setWeight(taste.weight())
                .setShare(taste.share())
                .build();
    }

    private void customer() {
        fields.read("rfm", () -> told("rfm", values.rfm(), rfm -> profile.setRfm(rfm(rfm))));
        fields.read("life_stage", () -> told("life_stage", values.lifeStage(), profile::setLifeStage));
        fields.read("prediction", this::prediction);
        fields.read(
                "replenishments",
                () -> values.replenishments().forEach(due -> profile.addReplenishments(replenishment(due))));
        fields.read("coupons", () -> {
            var use = values.couponUse();
            CouponUse.Builder coupons =
                    CouponUse.newBuilder().setOrders(use.purchases()).setWithCoupon(use.withCoupon());
            told("coupons.sensitivity", values.couponSensitivity(), found -> coupons.setSensitivity(estimate(found)));
            profile.setCoupons(coupons);
        });
    }

    private static Rfm rfm(dev.aisle.profile.people.values.domain.Rfm rfm) {
        Rfm.Builder message = Rfm.newBuilder()
                .setRecencyDays((int) rfm.recencyDays())
                .setPurchaseDays((int) rfm.purchaseDays())
                .setSpent(rfm.spent());
        RfmScore score = rfm.score();
        return score == null
                ? message.build()
                : message.setRecencyScore(score.recency())
                        .setFrequencyScore(score.frequency())
                        .setMoneyScore(score.money())
                        .setSegment(score.segment().name().toLowerCase(Locale.ROOT))
                        .build();
    }

    private void prediction() {
        told("prediction", values.alive(), alive -> {
            Prediction.Builder prediction = Prediction.newBuilder()
                    .setHorizonDays(values.rules().horizonDays())
                    .setValueMonths(values.rules().valueMonths())
                    .setChurn(1 - alive);
            told("prediction.purchases", values.expectedPurchases(), prediction::setPurchases);
            told(
                    "prediction.lifetime_value",
                    values.lifetimeValue(),
                    value -> prediction.setLifetimeValue(estimate(value)));
            profile.setPrediction(prediction);
        });
    }

    private static Replenishment replenishment(Due due) {
        return Replenishment.newBuilder()
                .setProduct(due.product())
                .setCategory(due.category())
                .setLastBought(timestamp(due.lastBought()))
                .setDue(timestamp(due.due()))
                .setDueFrom(timestamp(due.from()))
                .setDueUntil(timestamp(due.until()))
                .setOverdue(due.overdue())
                .build();
    }

    private void habits() {
        fields.read(
                "rhythm",
                () -> told(
                        "rhythm",
                        values.rhythm(),
                        rhythm -> profile.setRhythm(Rhythm.newBuilder()
                                .addAllHours(Arrays.stream(rhythm.hours().counts())
                                        .boxed()
                                        .toList())
                                .setZone(
                                        rhythm.zone() == null
                                                ? ""
                                                : rhythm.zone().getId())
                                .setBestHour(rhythm.best().hourOfWeek())
                                .setBestHourProbability(rhythm.best().probability())
                                .setBestNext(timestamp(rhythm.next())))));
        fields.read("quality", () -> profile.setQuality(quality(values.quality())));
    }

    private static DataQuality quality(dev.aisle.profile.people.values.domain.DataQuality quality) {
        return DataQuality.newBuilder()
                .setEvents(quality.events())
                .setRobots(quality.robots())
                .setOutliers(quality.outliers())
                .setLate(quality.late())
                .putAllFilled(quality.filled())
                .putAllMissing(quality.missing())
                .build();
    }

    private <T> void told(String field, Told<T> told, Consumer<T> setter) {
        switch (told) {
            case Told.Known<T>(T value) -> setter.accept(value);
            case Told.Absent<T>(String reason) -> profile.putAbsent(field, reason);
        }
    }

    private static Estimate estimate(dev.aisle.algorithms.customers.Estimate estimate) {
        return Estimate.newBuilder()
                .setValue(estimate.value())
                .setLow(estimate.low())
                .setHigh(estimate.high())
                .setLevel(estimate.level())
                .build();
    }

    private static Timestamp timestamp(Instant moment) {
        return Timestamp.newBuilder()
                .setSeconds(moment.getEpochSecond())
                .setNanos(moment.getNano())
                .build();
    }
}
