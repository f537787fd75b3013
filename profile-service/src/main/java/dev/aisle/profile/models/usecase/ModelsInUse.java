package dev.aisle.profile.models.usecase;

import dev.aisle.profile.models.domain.Model;
import dev.aisle.profile.models.domain.ModelKind;
import dev.aisle.profile.models.domain.Parameters;
import dev.aisle.profile.models.store.ModelRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The newest model of each kind, looked up again after a while. A kind of which there is none yet is empty: whoever needs it says nothing
 * rather than something invented.
 */
@ApplicationScoped
public class ModelsInUse {
    private final ModelRepository models;
    private final ModelSettings settings;
    private volatile Loaded loaded = new Loaded(Map.of(), Instant.EPOCH);

    ModelsInUse(ModelRepository models, ModelSettings settings) {
        this.models = models;
        this.settings = settings;
    }

    private record Loaded(Map<ModelKind, Model> models, Instant at) {}

    /** The newest model of a kind. */
    public Optional<Model> latest(ModelKind kind) {
        return Optional.ofNullable(current().get(kind));
    }

    /** Looks for newer models at once. */
    public synchronized void renew() {
        loaded = newest();
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
        return latest(kind).map(Model::parameters).map(type::cast);
    }

    private Map<ModelKind, Model> current() {
        Loaded known = loaded;
        if (known.at().plus(settings.refreshEvery()).isBefore(Instant.now())) {
            known = load();
        }
        return known.models();
    }

    private synchronized Loaded load() {
        if (loaded.at().plus(settings.refreshEvery()).isBefore(Instant.now())) {
            loaded = newest();
        }
        return loaded;
    }

    private Loaded newest() {
        Instant now = Instant.now();
        return new Loaded(models.newest().stream().collect(Collectors.toMap(Model::kind, Function.identity())), now);
    }
}
