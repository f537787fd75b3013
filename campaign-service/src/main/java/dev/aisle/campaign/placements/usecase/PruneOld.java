package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.placements.store.DecisionRepository;
import dev.aisle.campaign.shared.CampaignSettings;
import dev.aisle.platform.storage.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/** Removes decisions and handled event ids whose time is over. */
@ApplicationScoped
public class PruneOld {
    private final DecisionRepository decisions;
    private final Ledger ledger;
    private final CampaignSettings settings;
    private final InstantSource clock;

    PruneOld(DecisionRepository decisions, Ledger ledger, CampaignSettings settings, InstantSource clock) {
        this.decisions = decisions;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /** Prunes; how many decisions were removed. */
    @Transactional
    public long prune() {
        ledger.prune((int) settings.keepLedgerFor().toDays());
        return decisions.removeBefore(clock.instant().minus(settings.keepDecisionsFor()));
    }
}
