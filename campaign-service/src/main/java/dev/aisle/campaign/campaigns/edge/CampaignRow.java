package dev.aisle.campaign.campaigns.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.budgets.AccountRepository.Account;
import dev.aisle.campaign.campaigns.domain.Schedule;
import dev.aisle.campaign.campaigns.domain.definition.Amount;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.life.Deed;
import dev.aisle.campaign.campaigns.domain.life.Version;
import dev.aisle.campaign.campaigns.domain.life.Version.Stage;
import dev.aisle.campaign.campaigns.usecase.OverlookCampaigns.Overlooked;
import dev.aisle.platform.console.Colleagues;
import dev.aisle.platform.console.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A campaign in a line: how it stands, what it has spent, what comes next and why it stands still.
 *
 * @param tone of the badge of its state
 * @param goal in words
 * @param spending {@code null} of one without limits
 * @param next what will change it, in words
 * @param nextAt when; {@code null} where it isn't a moment
 * @param pause who paused it; {@code null} where nobody did
 * @param pauseText the same in words; empty where nobody did
 */
record CampaignRow(
        String id,
        String name,
        String kind,
        String state,
        String tone,
        String goal,
        @Nullable Spending spending,
        String next,
        @Nullable Instant nextAt,
        @Nullable Deed pause,
        String pauseText) {
    /**
     * What was given of what may be given.
     *
     * @param currency of both; empty where times are counted and not money
     * @param elapsed the share of its time that is over; {@code null} of one without an end
     */
    record Spending(
            long spent,
            long of,
            String currency,
            long given,
            @Nullable Double elapsed) {
        /** Between 0 and 1. */
        public double share() {
            return of == 0 ? 1 : Math.min(1, (double) spent / of);
        }

        /** How it goes: the key of a word. */
        public String pace() {
            if (share() >= 1) {
                return "campaigns_pace_spent";
            }
            Double over = elapsed;
            if (over == null) {
                return "campaigns_pace_open";
            }
            return share() > over + 0.1
                    ? "campaigns_pace_fast"
                    : share() < over - 0.1 ? "campaigns_pace_slow" : "campaigns_pace_even";
        }
    }

    /** The key of its state in the words. */
    public String stateKey() {
        return stateKey(state);
    }

    static String stateKey(String state) {
        return "campaigns_state_" + state;
    }

    /** The key of its kind in the words. */
    public String kindKey() {
        return "campaigns_kind_" + kind;
    }

    static CampaignRow of(Overlooked one, Words words, Instant now) {
        JsonNode definition = one.seen().shown().definition();
        String state = one.seen().state(now);
        Schedule schedule = one.definition() == null
                ? Schedule.ALWAYS
                : one.definition().campaign().schedule();
        Next next = Next.of(one, state, schedule, words, now);
        return new CampaignRow(
                one.seen().life().id(),
                definition.path("name").asText(),
                definition.path("kind").asText(),
                state,
                tone(state),
                goal(one.definition(), words),
                spending(one.definition(), one.account(), schedule, now),
                next.text(),
                next.at(),
                one.pause(),
                paused(one.pause(), words));
    }

    private static String paused(@Nullable Deed pause, Words words) {
        if (pause == null) {
            return "";
        }
        return pause.note().isEmpty()
                ? words.say("campaigns_paused_by_only", Colleagues.named(pause.actor()))
                : words.say("campaigns_paused_by", Colleagues.named(pause.actor()), pause.note());
    }

    /** The tone of a state's badge. */
    static String tone(String state) {
        return switch (state) {
            case "running" -> "good";
            case "in_review", "paused" -> "warn";
            default -> "";
        };
    }

    private static String goal(@Nullable Definition definition, Words words) {
        if (definition == null) {
            return "";
        }
        return words.say(
                "campaigns_goal_within",
                words.say("campaigns_metric_" + definition.goal().metric()),
                definition.goal().within().toDays());
    }

    private static @Nullable Spending spending(
            @Nullable Definition definition, @Nullable Account account, Schedule schedule, Instant now) {
        if (definition == null) {
            return null;
        }
        Amount budget = definition.limits().budget();
        Long most = definition.limits().most();
        long given = account == null ? 0 : account.given();
        Double elapsed = elapsed(schedule, now);
        if (budget != null) {
            long spent = account == null ? 0 : account.spent();
            return new Spending(spent, budget.minorUnits(), budget.currency(), given, elapsed);
        }
        return most == null ? null : new Spending(given, most, "", given, elapsed);
    }

    private static @Nullable Double elapsed(Schedule schedule, Instant now) {
        Instant start = schedule.start();
        Instant end = schedule.end();
        if (start == null || end == null || !start.isBefore(end)) {
            return null;
        }
        double whole = Duration.between(start, end).toSeconds();
        return Math.clamp(Duration.between(start, now).toSeconds() / whole, 0, 1);
    }

    /** What will change it. */
    private record Next(String text, @Nullable Instant at) {
        static Next of(Overlooked one, String state, Schedule schedule, Words words, Instant now) {
            Version waiting = one.seen().waiting();
            Version newest = waiting == null ? one.seen().shown() : waiting;
            if (newest.stage() == Stage.IN_REVIEW) {
                return new Next(
                        words.say("campaigns_next_approval", newest.number(), Colleagues.named(newest.author())), null);
            }
            if (newest.stage() == Stage.DRAFT || newest.stage() == Stage.REJECTED) {
                String stage = newest.stage().name().toLowerCase(Locale.ROOT);
                return new Next(
                        words.say("campaigns_next_" + stage, newest.number(), Colleagues.named(newest.author())), null);
            }
            return switch (state) {
                case "running" -> running(schedule, words, now);
                default -> new Next(words.say("campaigns_next_" + state), null);
            };
        }

        private static Next running(Schedule schedule, Words words, Instant now) {
            Instant start = schedule.start();
            Instant end = schedule.end();
            if (start != null && start.isAfter(now)) {
                return new Next(words.say("campaigns_next_starts"), start);
            }
            return end == null
                    ? new Next(words.say("campaigns_next_open"), null)
                    : new Next(words.say("campaigns_next_ends"), end);
        }
    }
}
