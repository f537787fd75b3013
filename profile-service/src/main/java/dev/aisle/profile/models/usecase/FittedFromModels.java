package dev.aisle.profile.models.usecase;

import dev.aisle.profile.models.domain.ModelKind;
import dev.aisle.profile.models.domain.Parameters;
import dev.aisle.profile.people.usecase.FittedParameters;
import dev.aisle.profile.people.values.domain.Fitted;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gives the values of profiles the newest models. */
@ApplicationScoped
class FittedFromModels implements FittedParameters {
    private final ModelsInUse models;

    FittedFromModels(ModelsInUse models) {
        this.models = models;
    }

    @Override
    public Fitted now() {
        Optional<Parameters.Lifetime> lifetime = models.lifetime();
        Optional<Parameters.Replenishments> gaps = models.replenishment();
        Map<String, Long> versions = new TreeMap<>();
        for (ModelKind kind : ModelKind.values()) {
            models.latest(kind).ifPresent(model -> versions.put(kind.label(), model.version()));
        }
        return new Fitted(
                lifetime.map(Parameters.Lifetime::mbgNbd).orElse(null),
                lifetime.map(Parameters.Lifetime::daysPerUnit).orElse(1.0),
                models.spend().map(Parameters.Spend::gammaGamma).orElse(null),
                models.rfm().map(Parameters.Rfm::bands).orElse(null),
                models.coupon().map(Parameters.Coupon::prior).orElse(null),
                gaps.map(Parameters.Replenishments::anything).orElse(null),
                gaps.map(Parameters.Replenishments::categories).orElse(Map.of()),
                versions);
    }

    @Override
    public void renew() {
        models.renew();
    }
}
