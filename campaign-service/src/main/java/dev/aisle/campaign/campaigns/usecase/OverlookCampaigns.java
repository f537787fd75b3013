package dev.aisle.campaign.campaigns.usecase;

import dev.aisle.campaign.campaigns.budgets.AccountRepository.Account;
import dev.aisle.campaign.campaigns.budgets.Allowances;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.life.Deed;
import dev.aisle.campaign.campaigns.domain.life.Life.State;
import dev.aisle.campaign.campaigns.domain.life.Step;
import dev.aisle.campaign.campaigns.domain.life.Version;
import dev.aisle.campaign.campaigns.domain.reading.DefinitionReader;
import dev.aisle.campaign.campaigns.domain.reading.Reading;
import dev.aisle.campaign.campaigns.store.CampaignRepository;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns.Seen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Campaigns with what was spent on them and why they stand still, in few questions to the database however many there are. */
@ApplicationScoped
public class OverlookCampaigns {
    private final ReadCampaigns readCampaigns;
    private final CampaignRepository campaigns;
    private final Allowances allowances;

    OverlookCampaigns(ReadCampaigns readCampaigns, CampaignRepository campaigns, Allowances allowances) {
        this.readCampaigns = readCampaigns;
        this.campaigns = campaigns;
        this.allowances = allowances;
    }

    /**
     * A campaign and how it stands.
     *
     * @param definition of the version that is shown; {@code null} of a draft that was written under earlier rules
     * @param account what was given; {@code null} where nothing is counted
     * @param pause who paused it and why; {@code null} where nobody did
     */
    public record Overlooked(
            Seen seen,
            @Nullable Definition definition,
            @Nullable Account account,
            @Nullable Deed pause) {}

    /** All of them, by id. */
    @Transactional
    public List<Overlooked> all() {
        Map<String, Account> accounts = allowances.accounts();
        Map<String, Deed> pauses = campaigns.latest(Step.PAUSE.code());
        return readCampaigns.all().stream()
                .map(seen -> of(
                        seen,
                        accounts.get(seen.life().id()),
                        pauses.get(seen.life().id())))
                .toList();
    }

    /** One of them. */
    @Transactional
    public Optional<Overlooked> one(String id) {
        return readCampaigns
                .one(id)
                .map(seen -> of(
                        seen,
                        allowances.account(id).orElse(null),
                        campaigns.deeds(id).stream()
                                .filter(deed -> deed.deed().equals(Step.PAUSE.code()))
                                .findFirst()
                                .orElse(null)));
    }

    private static Overlooked of(Seen seen, @Nullable Account account, @Nullable Deed pause) {
        return new Overlooked(
                seen, definition(seen.shown()), account, seen.life().state() == State.PAUSED ? pause : null);
    }

    private static @Nullable Definition definition(Version version) {
        return DefinitionReader.read(version.campaign(), version.number(), version.definition())
                        instanceof Reading.Good good
                ? good.definition()
                : null;
    }
}
