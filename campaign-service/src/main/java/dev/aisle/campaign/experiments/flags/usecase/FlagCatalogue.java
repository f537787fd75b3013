package dev.aisle.campaign.experiments.flags.usecase;

import dev.aisle.campaign.experiments.domain.Life;
import dev.aisle.campaign.experiments.flags.domain.ClientKey;
import dev.aisle.campaign.experiments.flags.domain.FlagSet;
import dev.aisle.campaign.experiments.flags.domain.StoredFlag;
import dev.aisle.campaign.experiments.flags.store.ClientKeyRepository;
import dev.aisle.campaign.experiments.flags.store.FlagRepository;
import dev.aisle.campaign.experiments.store.ExperimentRepository;
import dev.aisle.campaign.experiments.store.HoldoutRepository;
import dev.aisle.platform.storage.DatabaseWentBack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All flags and the keys of clients, in memory. Evaluating asks no database: every second, and after each change of its own, an instance looks whether
 * the stamp is still the same.
 */
@ApplicationScoped
public class FlagCatalogue {
    private final ExperimentRepository experiments;
    private final HoldoutRepository holdouts;
    private final FlagRepository flags;
    private final ClientKeyRepository keys;
    private final FlagSettings settings;
    private final InstantSource clock;
    private volatile @Nullable Held held;

    FlagCatalogue(
            ExperimentRepository experiments,
            HoldoutRepository holdouts,
            FlagRepository flags,
            ClientKeyRepository keys,
            FlagSettings settings,
            InstantSource clock) {
        this.experiments = experiments;
        this.holdouts = holdouts;
        this.flags = flags;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    private record Held(FlagSet set, Set<String> keys) {}

    /** All flags. */
    public FlagSet now() {
        return held().set();
    }

    /** Whether a client's key is good. */
    public boolean knows(String key) {
        return held().keys().contains(key);
    }

    /** Looks for changes; whether there were any. */
    public synchronized boolean look() {
        return QuarkusTransaction.joiningExisting().call(() -> {
            Held known = held;
            long stamp = experiments.stamp();
            if (known != null && known.set().stamp() == stamp) {
                return false;
            }
            held = read(stamp);
            return true;
        });
    }

    /** A stamp may come again with other flags. */
    void forget(@Observes DatabaseWentBack wentBack) {
        held = null;
    }

    private Held held() {
        Held known = held;
        while (known == null) {
            look();
            known = held;
        }
        return known;
    }

    /** What is read may be newer than the stamp; then the next look reads it again. */
    private Held read(long stamp) {
        Map<String, String> kept = experiments.all().stream()
                .filter(life -> life.kept() != null)
                .collect(Collectors.toMap(Life::id, life -> Objects.requireNonNull(life.kept(), "kept")));
        FlagSet set = FlagSet.of(
                stamp,
                clock.instant(),
                flags.all().stream().map(StoredFlag::flag).toList(),
                experiments.running(),
                holdouts.get(),
                kept,
                settings.openAttributes());
        return new Held(
                set,
                keys.all().stream()
                        .filter(key -> key.revokedAt() == null)
                        .map(ClientKey::key)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
