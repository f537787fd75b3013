package dev.aisle.campaign.delivery.audiences;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.definition.Channel;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.life.Life;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.campaigns.usecase.ReadDefinition;
import dev.aisle.campaign.people.WalkRepository;
import dev.aisle.campaign.shared.CampaignSettings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Exports a running campaign's people for an ad platform, or says first what an export would be. */
@Singleton
class ExportAudience {
    private final ReadCampaigns readCampaigns;
    private final ReadDefinition readDefinition;
    private final WalkRepository people;
    private final AdConsent consent;
    private final AudienceLines lines;
    private final KeptExports exports;
    private final CampaignSettings settings;
    private final InstantSource clock;

    ExportAudience(
            ReadCampaigns readCampaigns,
            ReadDefinition readDefinition,
            WalkRepository people,
            AdConsent consent,
            AudienceLines lines,
            KeptExports exports,
            CampaignSettings settings,
            InstantSource clock) {
        this.readCampaigns = readCampaigns;
        this.readDefinition = readDefinition;
        this.people = people;
        this.consent = consent;
        this.lines = lines;
        this.exports = exports;
        this.settings = settings;
        this.clock = clock;
    }

    /** How it ends. */
    public sealed interface Outcome {
        /** There is no such campaign. */
        record Missing() implements Outcome {}

        /** It isn't running. */
        record NotRunning(String state) implements Outcome {}

        /** It doesn't go to ad platforms. */
        record OtherChannels() implements Outcome {}

        /** Another export of it is under way. */
        record UnderWay() implements Outcome {}

        /** Fewer people than may be told. */
        record TooFew(int threshold) implements Outcome {}

        /** What an export would be; addresses aren't asked for before there is one. */
        record WouldBe(int version, long people) implements Outcome {}

        /** The file, which is made while it is written. */
        record Ready(AudienceFile file) implements Outcome {}
    }

    /** Counts who would be in an export now. */
    public Outcome tryOut(String id) {
        return checked(id, campaign -> {
            AudienceWalk walk = walk(campaign);
            long count = 0;
            for (List<String> batch = walk.next(); !batch.isEmpty(); batch = walk.next()) {
                count += batch.size();
            }
            return threshold().allows(count)
                    ? new Outcome.WouldBe(campaign.version(), count)
                    : new Outcome.TooFew(threshold().k());
        });
    }

    /**
     * Begins an export. Nobody is added before there are enough people for it. Whoever is on the platform's list comes off it also when
     * there are too few, and when the campaign is over.
     *
     * @throws IOException when the vault doesn't answer
     */
    public Outcome export(String id, String by) throws IOException {
        Optional<Outcome> hindrance = hindrance(id);
        if (hindrance.isPresent()) {
            return isOver(hindrance.get()) && exports.isAnybodyListed(id) ? end(id, by) : hindrance.get();
        }
        Campaign campaign = running(id).orElseThrow().campaign();
        Optional<AudienceExport> begun = exports.begin(id, campaign.version(), by);
        if (begun.isEmpty()) {
            return new Outcome.UnderWay();
        }
        AudienceExport export = begun.get();
        AudienceFile file = new AudienceFile(export, walk(campaign)::next, lines, consent);
        try {
            if (file.gather(threshold())) {
                return new Outcome.Ready(file);
            }
        } catch (IOException | RuntimeException e) {
            lines.broken(export);
            throw e;
        }
        if (exports.isAnybodyListed(id)) {
            return new Outcome.Ready(ofNobody(export));
        }
        lines.broken(export);
        return new Outcome.TooFew(threshold().k());
    }

    private static boolean isOver(Outcome hindrance) {
        return hindrance instanceof Outcome.NotRunning(String state) && state.equals(Life.State.ENDED.code());
    }

    private Outcome end(String id, String by) {
        int version = readCampaigns.one(id).orElseThrow().shown().number();
        return exports.begin(id, version, by)
                .<Outcome>map(export -> new Outcome.Ready(ofNobody(export)))
                .orElseGet(Outcome.UnderWay::new);
    }

    /** The file that takes everybody off the list. */
    private AudienceFile ofNobody(AudienceExport export) {
        return new AudienceFile(export, List::of, lines, consent);
    }

    /** The exports of a campaign, the latest first; empty when there is no such campaign. */
    public Optional<List<AudienceExport>> history(String id) {
        return readCampaigns.one(id).isEmpty() ? Optional.empty() : Optional.of(exports.history(id));
    }

    private interface Then {
        Outcome with(Campaign campaign);
    }

    private Outcome checked(String id, Then then) {
        return hindrance(id).orElseGet(() -> then.with(running(id).orElseThrow().campaign()));
    }

    private Optional<Outcome> hindrance(String id) {
        var seen = readCampaigns.one(id);
        if (seen.isEmpty()) {
            return Optional.of(new Outcome.Missing());
        }
        String state = seen.get().state(clock.instant());
        Optional<Definition> running = running(id);
        if (!state.equals("running") || running.isEmpty()) {
            return Optional.of(new Outcome.NotRunning(state));
        }
        return running.get().channels().contains(Channel.AD_AUDIENCE)
                ? Optional.empty()
                : Optional.of(new Outcome.OtherChannels());
    }

    private Optional<Definition> running(String id) {
        return readCampaigns
                .one(id)
                .flatMap(seen -> Optional.ofNullable(seen.life().running()))
                .flatMap(version -> readDefinition.of(id, version));
    }

    private AudienceWalk walk(Campaign campaign) {
        return new AudienceWalk(
                campaign, people, consent, clock.instant().minus(settings.recentFor()), settings.threshold());
    }

    private KThreshold threshold() {
        return new KThreshold(settings.threshold());
    }
}
