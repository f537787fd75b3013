package dev.aisle.profile.models;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** The newest model of each kind, looked up again after a while. One that can't be read is reported once and hinders no other. */
@ApplicationScoped
public class ModelsInUse {
    private static final Logger LOG = Logger.getLogger(ModelsInUse.class);

    private final ModelRepository models;
    private final ModelSettings settings;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Loaded loaded = new Loaded(NewestModels.NONE, Instant.EPOCH);

    ModelsInUse(ModelRepository models, ModelSettings settings, MeterRegistry registry) {
        this.models = models;
        this.settings = settings;
        Gauge.builder("aisle.models.unreadable", this, ModelsInUse::countUnreadable)
                .description("Kinds whose newest model this version of the service can't read")
                .register(registry);
    }

    private record Loaded(NewestModels models, Instant at) {}

    /** The newest ones; the same object as long as none is newer. While one reader looks for newer ones, the others go on with these. */
    public NewestModels newest() {
        Loaded known = loaded;
        if (known.at().plus(settings.refreshEvery()).isBefore(Instant.now()) && mayLook(known)) {
            try {
                look();
            } finally {
                looking.unlock();
            }
        }
        return loaded.models();
    }

    /** The first look is waited for. */
    private boolean mayLook(Loaded known) {
        if (known.at().equals(Instant.EPOCH)) {
            looking.lock();
            return true;
        }
        return looking.tryLock();
    }

    /** Looks for newer models at once. */
    public void renew() {
        looking.lock();
        try {
            look();
        } finally {
            looking.unlock();
        }
    }

    private void look() {
        Instant now = Instant.now();
        NewestModels before = loaded.models();
        NewestModels found = NewestModels.of(models.newest());
        loaded = new Loaded(found.equals(before) ? before : found, now);
        List<UnreadableModel> known = before.unreadable();
        found.unreadable().stream()
                .filter(model -> !known.contains(model))
                .forEach(model -> LOG.errorf("%s: %s", model.reason(), model.problem()));
    }

    private double countUnreadable() {
        return loaded.models().unreadable().size();
    }
}
