package dev.aisle.profile.models;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The newest model of each kind. A kind of which there is none yet, or none that can be read, is empty: whoever needs it says nothing rather
 * than something invented.
 *
 * @param byKind also those that can't be read
 */
public record NewestModels(Map<ModelKind, StoredModel> byKind) {
    /** There is none yet. */
    public static final NewestModels NONE = new NewestModels(Map.of());

    /** Of one a kind. */
    public static NewestModels of(Collection<StoredModel> models) {
        Map<ModelKind, StoredModel> byKind = new EnumMap<>(ModelKind.class);
        models.forEach(model -> byKind.put(model.kind(), model));
        return new NewestModels(Collections.unmodifiableMap(byKind));
    }

    /** Those that can't be read. */
    public List<UnreadableModel> unreadable() {
        return byKind.values().stream()
                .filter(UnreadableModel.class::isInstance)
                .map(UnreadableModel.class::cast)
                .toList();
    }

    /** Those that can. */
    public List<Model> readable() {
        return byKind.values().stream()
                .filter(Model.class::isInstance)
                .map(Model.class::cast)
                .toList();
    }

    public Optional<Parameters.Lifetime> lifetime() {
        return parameters(ModelKind.LIFETIME, Parameters.Lifetime.class);
    }

    public Optional<Parameters.Spend> spend() {
        return parameters(ModelKind.SPEND, Parameters.Spend.class);
    }

    public Optional<Parameters.Rfm> rfm() {
        return parameters(ModelKind.RFM, Parameters.Rfm.class);
    }

    public Optional<Parameters.Coupon> coupon() {
        return parameters(ModelKind.COUPON, Parameters.Coupon.class);
    }

    public Optional<Parameters.Replenishments> replenishment() {
        return parameters(ModelKind.REPLENISHMENT, Parameters.Replenishments.class);
    }

    public Optional<Parameters.Demand> forecast() {
        return parameters(ModelKind.FORECAST, Parameters.Demand.class);
    }

    private <P extends Parameters> Optional<P> parameters(ModelKind kind, Class<P> type) {
        return byKind.get(kind) instanceof Model model ? Optional.of(type.cast(model.parameters())) : Optional.empty();
    }
}
