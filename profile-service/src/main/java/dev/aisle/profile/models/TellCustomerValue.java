package dev.aisle.profile.models;

import dev.aisle.algorithms.customers.lifetime.CustomerValue;
import dev.aisle.profile.people.usecase.ProfileSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/**
 * Tells what fitted models expect of customers. No person is looked at. The models are those of before this week's Monday (UTC), so that nobody
 * chooses the moment by starting a job.
 */
@ApplicationScoped
class TellCustomerValue {
    private static final double DAYS_PER_MONTH = 30;

    private final ListModels models;
    private final ProfileSettings settings;

    TellCustomerValue(ListModels models, ProfileSettings settings) {
        this.models = models;
        this.settings = settings;
    }

    /** How many months are looked ahead. */
    public int months() {
        return settings.valueMonths();
    }

    /** The table; empty as long as no models of enough people stand since Monday. */
    public Optional<ValueTable> table() {
        Optional<Parameters.Lifetime> lifetime = shown(ModelKind.LIFETIME, Parameters.Lifetime.class);
        Optional<Parameters.Spend> spend = shown(ModelKind.SPEND, Parameters.Spend.class);
        return lifetime.flatMap(purchases -> spend.map(amounts -> ValueTable.of(
                new CustomerValue(
                        purchases.mbgNbd(),
                        amounts.gammaGamma(),
                        settings.valueMonths(),
                        settings.monthlyDiscount(),
                        DAYS_PER_MONTH / purchases.daysPerUnit()),
                settings.valueMonths(),
                purchases.daysPerUnit())));
    }

    private <P extends Parameters> Optional<P> shown(ModelKind kind, Class<P> type) {
        Instant monday = LocalDate.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        List<StoredModel> versions = models.versions(kind);
        return versions.stream()
                .filter(model -> model.fittedAt().isBefore(monday))
                .findFirst()
                .filter(model -> model.people() >= ValueTable.LEAST_PEOPLE)
                .filter(Model.class::isInstance)
                .map(model -> type.cast(((Model) model).parameters()));
    }
}
