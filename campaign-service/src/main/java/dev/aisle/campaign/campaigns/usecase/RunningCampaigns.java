package dev.aisle.campaign.campaigns.usecase;

import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.life.Version;
import dev.aisle.campaign.campaigns.domain.reading.DefinitionReader;
import dev.aisle.campaign.campaigns.domain.reading.Reading;
import dev.aisle.campaign.campaigns.store.CampaignRepository;
import dev.aisle.contracts.Keeps;
import dev.aisle.platform.storage.DatabaseWentBack;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What runs now. Each version is read once; a decision asks for the stamp only, one row, and whatever changed on another instance is seen with
 * it.
 */
@ApplicationScoped
@Keeps(ofNobody = "definitions of campaigns")
public class RunningCampaigns {
    private static final Running NOTHING = new Running(-1, List.of());

    private final CampaignRepository campaigns;
    private final Map<String, Definition> read = new ConcurrentHashMap<>();
    private volatile Running held = NOTHING;

    RunningCampaigns(CampaignRepository campaigns) {
        this.campaigns = campaigns;
    }

    /**
     * What ran at a stamp.
     *
     * @param stamp counts the changes of campaigns: as long as it is the same, so are they
     * @param definitions by id
     */
    public record Running(long stamp, List<Definition> definitions) {}

    /** All that run, by id. Belongs into a transaction. */
    public List<Definition> now() {
        return stamped().definitions();
    }

    /** The same with their stamp. Belongs into a transaction. */
    public Running stamped() {
        long stamp = campaigns.stamp();
        Running known = held;
        if (known.stamp() == stamp) {
            return known;
        }
        List<Definition> fresh =
                campaigns.running().stream().map(this::definition).toList();
        Map<String, Definition> kept =
                fresh.stream().collect(Collectors.toMap(one -> one.campaign().reference(), Function.identity()));
        read.keySet().retainAll(kept.keySet());
        Running renewed = new Running(stamp, fresh);
        held = renewed;
        return renewed;
    }

    /** A stamp, or the number of a version, may come again with something else. */
    void forget(@Observes DatabaseWentBack wentBack) {
        held = NOTHING;
        read.clear();
    }

    /** The same as a writer sees it in its own transaction, whose stamp nobody else knows yet. */
    List<Definition> beforeChange() {
        return campaigns.running().stream().map(RunningCampaigns::parse).toList();
    }

    /** The same as they decide. */
    public List<Campaign> deciding() {
        return now().stream().map(Definition::campaign).toList();
    }

    private Definition definition(Version version) {
        return read.computeIfAbsent(version.campaign() + "@" + version.number(), _ -> parse(version));
    }

    /** A version that was saved was readable; one that isn't any more would be a mistake of this service. */
    static Definition parse(Version version) {
        return switch (DefinitionReader.read(version.campaign(), version.number(), version.definition())) {
            case Reading.Good good -> good.definition();
            case Reading.Wrong wrong ->
                throw new IllegalStateException("The stored version " + version.campaign() + "@" + version.number()
                        + " can't be read: " + wrong.findings());
        };
    }
}
