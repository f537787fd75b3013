package dev.aisle.campaign.campaigns.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aisle.campaign.campaigns.domain.life.Deed;
import dev.aisle.campaign.campaigns.domain.life.Difference;
import dev.aisle.campaign.campaigns.domain.life.Life;
import dev.aisle.campaign.campaigns.domain.life.Life.State;
import dev.aisle.campaign.campaigns.domain.life.Version;
import dev.aisle.campaign.campaigns.domain.life.Version.Stage;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.campaigns.domain.reading.Reading;
import dev.aisle.campaign.campaigns.store.CampaignRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a campaign, or a new version of it, as a draft. What runs goes on as it is. */
@ApplicationScoped
public class SaveCampaign {
    private static final int MOST = 1_000;

    private final CampaignRepository campaigns;
    private final CheckDefinition checkDefinition;
    private final DeedLog deeds;
    private final InstantSource clock;

    SaveCampaign(CampaignRepository campaigns, CheckDefinition checkDefinition, DeedLog deeds, InstantSource clock) {
        this.campaigns = campaigns;
        this.checkDefinition = checkDefinition;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** How it ends. */
    public sealed interface Outcome {
        /** There was none of that id. */
        record Created(Life life) implements Outcome {}

        /** There is a new version, a draft. */
        record Changed(Life life) implements Outcome {}

        /** The newest version says the same already. */
        record Unchanged(Life life) implements Outcome {}

        /** It can't be used; nothing changed. */
        record Wrong(List<Finding> findings) implements Outcome {}

        /** Somebody else changed it; {@code null} of a campaign that isn't there. */
        record Outdated(@Nullable Long revision) implements Outcome {}

        /** There are as many campaigns as there may be. */
        record TooMany(int most) implements Outcome {}
    }

    /**
     * What a definition would change.
     *
     * @param newest the newest version; {@code null} of a campaign that isn't there
     */
    public record Comparison(@Nullable Version newest, List<Finding> findings, List<Difference> differences) {}

    /**
     * Saves a definition.
     *
     * @param revision on which the change rests; {@code null} for a campaign that isn't there yet
     */
    @Transactional
    public Outcome save(String id, JsonNode definition, @Nullable Long revision, String author) {
        campaigns.lockAll();
        deeds.nothing();
        Optional<Life> known = campaigns.one(id);
        if (known.isPresent() && isNewest(known.get(), definition)) {
            return new Outcome.Unchanged(known.get());
        }
        Long current = known.map(Life::revision).orElse(null);
        if (current == null ? revision != null : !current.equals(revision)) {
            return new Outcome.Outdated(current);
        }
        if (known.isEmpty() && campaigns.all().size() >= MOST) {
            return new Outcome.TooMany(MOST);
        }
        Life life = known.map(Life::withNewVersion).orElseGet(() -> new Life(id, State.DRAFT, null, 1, 1));
        if (checkDefinition.check(id, life.newest(), definition) instanceof Reading.Wrong wrong) {
            return new Outcome.Wrong(wrong.findings());
        }
        add(life, definition, author, "save", "");
        return known.isPresent() ? new Outcome.Changed(life) : new Outcome.Created(life);
    }

    /** Compares a definition with the newest version and looks for what is wrong. Nothing changes. */
    @Transactional
    public Comparison compare(String id, JsonNode definition) {
        Optional<Life> known = campaigns.one(id);
        int number = known.map(Life::newest).orElse(0);
        List<Finding> findings = checkDefinition.check(id, number + 1, definition) instanceof Reading.Wrong wrong
                ? wrong.findings()
                : List.of();
        Version newest = campaigns.version(id, number).orElse(null);
        JsonNode before = newest == null ? MissingNode.getInstance() : newest.definition();
        return new Comparison(newest, findings, Difference.between(before, definition));
    }

    /** Adds the newest version of a life. Belongs into the transaction of whoever checked it. */
    void add(Life life, JsonNode definition, String author, String deed, String note) {
        Instant now = clock.instant();
        campaigns.put(life);
        campaigns.add(new Version(life.id(), life.newest(), Stage.DRAFT, definition, author, now, null, null));
        deeds.note(life.id(), new Deed(life.newest(), deed, author, now, note));
    }

    private boolean isNewest(Life life, JsonNode definition) {
        return campaigns
                .version(life.id(), life.newest())
                .filter(version -> version.definition().equals(definition))
                .isPresent();
    }
}
