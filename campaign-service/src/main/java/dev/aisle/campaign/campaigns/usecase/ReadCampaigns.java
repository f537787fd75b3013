package dev.aisle.campaign.campaigns.usecase;

import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.life.Deed;
import dev.aisle.campaign.campaigns.domain.life.Life;
import dev.aisle.campaign.campaigns.domain.life.Life.State;
import dev.aisle.campaign.campaigns.domain.life.Version;
import dev.aisle.campaign.campaigns.domain.life.Version.Stage;
import dev.aisle.campaign.campaigns.store.CampaignRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads campaigns, their versions and what was done with them. */
@ApplicationScoped
public class ReadCampaigns {
    private final CampaignRepository campaigns;

    ReadCampaigns(CampaignRepository campaigns) {
        this.campaigns = campaigns;
    }

    /**
     * A campaign.
     *
     * @param shown the running version, else the newest
     * @param waiting a newer one than the running one; {@code null} when there is none
     */
    public record Seen(Life life, Version shown, @Nullable Version waiting) {
        /** {@code draft}, {@code in_review}, {@code running}, {@code paused} or {@code ended}: by somebody, or because its end has passed. */
        public String state(Instant now) {
            if (life.state() == State.DRAFT && shown.stage() == Stage.IN_REVIEW) {
                return Stage.IN_REVIEW.code();
            }
            boolean over = life.running() != null
                    && life.state() != State.ENDED
                    && RunningCampaigns.parse(shown).campaign().schedule().endedBy(now);
            return over ? State.ENDED.code() : life.state().code();
        }
    }

    /** All of them, by id. */
    @Transactional
    public List<Seen> all() {
        Map<String, Map<Integer, Version>> versions = campaigns.shown().stream()
                .collect(Collectors.groupingBy(
                        Version::campaign, Collectors.toMap(Version::number, Function.identity())));
        return campaigns.all().stream()
                .filter(life -> versions.containsKey(life.id()))
                .map(life -> seen(
                        life,
                        number -> versions.getOrDefault(life.id(), Map.of()).get(number)))
                .toList();
    }

    /** One of them. */
    @Transactional
    public Optional<Seen> one(String id) {
        return campaigns
                .one(id)
                .map(life -> seen(life, number -> campaigns.version(id, number).orElse(null)));
    }

    /** The running version of one, as it decides. */
    @Transactional
    public Optional<Campaign> byId(String id) {
        return campaigns
                .one(id)
                .flatMap(life -> Stream.ofNullable(life.running()).findFirst())
                .flatMap(running -> campaigns.version(id, running))
                .map(version -> RunningCampaigns.parse(version).campaign());
    }

    /** The versions, the newest first. */
    @Transactional
    public List<Version> versions(String id) {
        return campaigns.versions(id);
    }

    /** One version. */
    @Transactional
    public Optional<Version> version(String id, int number) {
        return campaigns.version(id, number);
    }

    /** What was done, the latest first. */
    @Transactional
    public List<Deed> history(String id) {
        return campaigns.deeds(id);
    }

    private static Seen seen(Life life, Function<Integer, @Nullable Version> versions) {
        int number = life.running() == null ? life.newest() : life.running();
        Version shown = versions.apply(number);
        if (shown == null) {
            throw new IllegalStateException("The version " + life.id() + "@" + number + " is gone");
        }
        Version waiting = life.running() == null || life.newest() == number ? null : versions.apply(life.newest());
        return new Seen(life, shown, waiting);
    }
}
