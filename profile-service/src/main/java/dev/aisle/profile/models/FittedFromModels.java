package dev.aisle.profile.models;

import dev.aisle.profile.people.usecase.FittedParameters;
import dev.aisle.profile.people.values.domain.Fitted;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gives the values of profiles the newest models, and to all of them the same as long as no model is newer. */
@ApplicationScoped
class FittedFromModels implements FittedParameters {
    private final ModelsInUse models;
    private volatile Made made = new Made(NewestModels.NONE, Fitted.NOTHING);

    FittedFromModels(ModelsInUse models) {
        this.models = models;
    }

    private record Made(NewestModels from, Fitted fitted) {}

    @Override
    public Fitted now() {
        NewestModels newest = models.newest();
        Made known = made;
        if (!known.from().equals(newest)) {
            known = new Made(newest, fitted(newest));
            made = known;
        }
        return known.fitted();
    }

    private static Fitted fitted(NewestModels newest) {
        Optional<Parameters.Lifetime> lifetime = newest.lifetime();
        Optional<Parameters.Replenishments> gaps = newest.replenishment();
        return new Fitted(
                lifetime.map(Parameters.Lifetime::mbgNbd).orElse(null),
                lifetime.map(Parameters.Lifetime::daysPerUnit).orElse(1.0),
                newest.spend().map(Parameters.Spend::gammaGamma).orElse(null),
                newest.rfm().map(Parameters.Rfm::bands).orElse(null),
                newest.coupon().map(Parameters.Coupon::prior).orElse(null),
                new Fitted.Gaps(
                        gaps.map(Parameters.Replenishments::anything).orElse(null),
                        gaps.map(Parameters.Replenishments::categories).orElse(Map.of())),
                newest.readable().stream()
                        .collect(Collectors.toMap(model -> model.kind().label(), Model::version)),
                newest.unreadable().stream()
                        .collect(Collectors.toMap(model -> model.kind().label(), UnreadableModel::reason)));
    }

    @Override
    public void renew() {
        models.renew();
    }
}
