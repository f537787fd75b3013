package dev.aisle.campaign.campaigns.usecase;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.campaign.campaigns.domain.Audience;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.life.Deed;
import dev.aisle.campaign.campaigns.domain.life.Life;
import dev.aisle.campaign.campaigns.domain.life.Step;
import dev.aisle.campaign.campaigns.domain.life.Version;
import dev.aisle.campaign.campaigns.domain.life.Version.Stage;
import dev.aisle.campaign.campaigns.domain.reading.DefinitionReader;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.campaigns.domain.reading.Reading;
import dev.aisle.campaign.campaigns.profiles.SegmentDirectory;
import dev.aisle.campaign.campaigns.reach.CountReach;
import dev.aisle.campaign.campaigns.store.CampaignRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes a campaign a step on in its life. */
@ApplicationScoped
public class TakeStep {
    private static final SegmentDirectory.Answer NOTHING_ASKED = new SegmentDirectory.Answer(Set.of(), Set.of());

    private final CampaignRepository campaigns;
    private final CheckDefinition checkDefinition;
    private final SaveCampaign saveCampaign;
    private final DeedLog deeds;
    private static final Finding NONE_LEFT = new Finding(
            "/audience",
            "Whether enough people are in it isn't shown: you have had today's new numbers.",
            "Ask again tomorrow (UTC), or let somebody else submit it.");

    private final CountReach countReach;
    private final SegmentDirectory directory;
    private final InstantSource clock;

    TakeStep(
            CampaignRepository campaigns,
            CheckDefinition checkDefinition,
            SaveCampaign saveCampaign,
            DeedLog deeds,
            CountReach countReach,
            SegmentDirectory directory,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.checkDefinition = checkDefinition;
        this.saveCampaign = saveCampaign;
        this.deeds = deeds;
        this.countReach = countReach;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What somebody wants.
     *
     * @param revision on which it rests
     * @param version the earlier version of a {@link Step#RESTORE}
     */
    public record Wish(
            String id, Step step, long revision, @Nullable Integer version, String actor, String note) {
        Wish noting(String more) {
            return new Wish(id, step, revision, version, actor, note.isEmpty() ? more : note + "; " + more);
        }
    }

    /** How it ends. */
    public sealed interface Outcome {
        /** Done. */
        record Done(Life life) implements Outcome {}

        /** There is no such campaign. */
        record Missing() implements Outcome {}

        /** There is no such version. */
        record NoSuchVersion() implements Outcome {}

        /** Somebody else changed it. */
        record Outdated(long revision) implements Outcome {}

        /** Not from here. */
        record NotPossible(String why) implements Outcome {}

        /** Who wrote a version doesn't approve it. */
        record SecondPersonNeeded(int version) implements Outcome {}

        /** What was fine when it was saved isn't any more. */
        record Wrong(List<Finding> findings) implements Outcome {}
    }

    /** Takes the step, if it can be taken. */
    public Outcome take(Wish wish) {
        if (wish.step() != Step.SUBMIT) {
            return QuarkusTransaction.requiringNew().call(() -> takeLocked(wish));
        }
        // Everybody is looked at and profile-service is asked before the lock is taken; what they say is about a
        // version that never changes.
        Optional<Reading> reading = QuarkusTransaction.requiringNew().call(() -> newest(wish.id()));
        if (reading.isPresent() && reading.get() instanceof Reading.Wrong outdated) {
            // Written under earlier rules.
            return new Outcome.Wrong(outdated.findings());
        }
        Optional<Definition> newest = reading.map(one -> one instanceof Reading.Good good ? good.definition() : null);
        SegmentDirectory.Answer segments = newest.map(this::segments).orElse(NOTHING_ASKED);
        List<Finding> wrong = new ArrayList<>();
        segments.unknown().forEach(segment -> wrong.add(unknown(segment)));
        if (wrong.isEmpty()) {
            newest.flatMap(this::tooFew).ifPresent(wrong::add);
        }
        if (!wrong.isEmpty()) {
            return new Outcome.Wrong(wrong);
        }
        Wish noted = segments.unasked().isEmpty() ? wish : wish.noting(unasked(segments.unasked()));
        return QuarkusTransaction.requiringNew().call(() -> takeLocked(noted));
    }

    private SegmentDirectory.Answer segments(Definition definition) {
        Set<String> named = new TreeSet<>(definition.campaign().audience().segments());
        String triggering = definition.trigger().settings().get("segment");
        if (triggering != null) {
            named.add(triggering);
        }
        return directory.look(named);
    }

    private static Finding unknown(String segment) {
        return new Finding(
                "/audience",
                "There is no segment " + segment + ".",
                "Make it with PUT /v1/segments/" + segment + " of profile-service, or look whether it is called so.");
    }

    private static String unasked(Set<String> segments) {
        return "profile-service didn't answer, so nobody looked whether these segments are there: "
                + String.join(", ", segments);
    }

    private Optional<Finding> tooFew(Definition definition) {
        Campaign campaign = definition.campaign();
        if (campaign.audience() instanceof Audience.Everyone) {
            return Optional.empty();
        }
        return switch (countReach.audience(campaign)) {
            case Answer.Shown _ -> Optional.empty();
            case Answer.TooFew _ -> Optional.of(tooFew(campaign));
            case Answer.NoneLeft _ -> Optional.of(NONE_LEFT);
        };
    }

    private static Finding tooFew(Campaign campaign) {
        return new Finding(
                "/audience",
                "Too few people who allow personalization are in it"
                        + named(campaign.audience().segments()) + ".",
                "Widen it, or look whether the segments are called so and have people.");
    }

    private static String named(Set<String> segments) {
        return segments.isEmpty() ? "" : "; it names " + String.join(", ", segments);
    }

    private Optional<Reading> newest(String id) {
        return campaigns
                .one(id)
                .flatMap(life -> campaigns.version(id, life.newest()))
                .map(version -> DefinitionReader.read(id, version.number(), version.definition()));
    }

    private Outcome takeLocked(Wish wish) {
        campaigns.lockAll();
        deeds.nothing();
        Optional<Life> known = campaigns.one(wish.id());
        if (known.isEmpty()) {
            return new Outcome.Missing();
        }
        Life life = known.get();
        if (life.revision() != wish.revision()) {
            return new Outcome.Outdated(life.revision());
        }
        Version newest = campaigns.version(life.id(), life.newest()).orElseThrow();
        Optional<String> hindrance = life.hindrance(wish.step(), newest.stage());
        if (hindrance.isPresent()) {
            return new Outcome.NotPossible(hindrance.get());
        }
        return switch (wish.step()) {
            case RESTORE -> restore(life, wish);
            case APPROVE -> approve(life, newest, wish);
            case SUBMIT -> staged(life, newest, Stage.IN_REVIEW, wish);
            case REJECT -> staged(life, newest, Stage.REJECTED, wish);
            case PAUSE, RESUME, END -> done(life, wish);
        };
    }

    private Outcome restore(Life life, Wish wish) {
        Optional<Version> earlier =
                wish.version() == null ? Optional.empty() : campaigns.version(life.id(), wish.version());
        if (earlier.isEmpty()) {
            return new Outcome.NoSuchVersion();
        }
        Life after = life.after(Step.RESTORE);
        if (checkDefinition.check(life.id(), after.newest(), earlier.get().definition())
                instanceof Reading.Wrong wrong) {
            return new Outcome.Wrong(wrong.findings());
        }
        String note = "version " + earlier.get().number() + (wish.note().isEmpty() ? "" : ": " + wish.note());
        saveCampaign.add(after, earlier.get().definition(), wish.actor(), Step.RESTORE.code(), note);
        return new Outcome.Done(after);
    }

    private Outcome approve(Life life, Version newest, Wish wish) {
        if (newest.author().equals(wish.actor())) {
            return new Outcome.SecondPersonNeeded(newest.number());
        }
        Reading reading = checkDefinition.check(life.id(), newest.number(), newest.definition());
        if (reading instanceof Reading.Wrong wrong) {
            return new Outcome.Wrong(wrong.findings());
        }
        Instant now = clock.instant();
        if (reading instanceof Reading.Good good
                && good.definition().campaign().schedule().endedBy(now)) {
            return new Outcome.Wrong(List.of(
                    new Finding("/schedule/end", "The end has passed already.", "Save a version with a later end.")));
        }
        campaigns.approve(life.id(), newest.number(), wish.actor(), now);
        return done(life, wish);
    }

    private Outcome staged(Life life, Version newest, Stage stage, Wish wish) {
        campaigns.setStage(life.id(), newest.number(), stage);
        return done(life, wish);
    }

    private Outcome done(Life life, Wish wish) {
        Life after = life.after(wish.step());
        campaigns.put(after);
        Integer about = wish.step() == Step.PAUSE || wish.step() == Step.RESUME || wish.step() == Step.END
                ? after.running()
                : Integer.valueOf(after.newest());
        deeds.note(
                life.id(),
                new Deed(
                        about == null ? after.newest() : about,
                        wish.step().code(),
                        wish.actor(),
                        clock.instant(),
                        wish.note()));
        return new Outcome.Done(after);
    }
}
