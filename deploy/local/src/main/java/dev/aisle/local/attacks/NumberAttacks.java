package dev.aisle.local.attacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.attacks.Shoppers.Shopper;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;

/** Reads every published number about people before and after one of them acts, or doesn't, and guesses which it was. */
final class NumberAttacks {
    private static final int CROWD = 150;
    private static final int TRIALS = 24;
    private static final int FEW = 13;
    /** One for each service, so that none uses up the answers of its day for another. */
    private static final Map<Part, String> READERS =
            Map.of(Part.PROFILE, "demo", Part.RECOMMENDER, "analyst", Part.CAMPAIGN, "marketer");

    private NumberAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "numbers-by-time",
                        "Two reads of all published numbers around one moment do not tell whether one person acted in between",
                        Attack.Order.FIRST,
                        NumberAttacks::byTime),
                new Attack(
                        "numbers-of-few",
                        "Of fewer than 20 people no report of a segment, a campaign or an experiment shows a number",
                        NumberAttacks::ofFew));
    }

    /** Thirteen people do the same: wherever 13 stands, or what they paid, they were counted and shown. */
    private static AttackResult ofFew(Target target) throws InterruptedException, ExecutionException {
        Crowd crowd = new Crowd(target);
        crowd.open();
        crowd.gather(FEW);
        settled(target, crowd, FEW);
        Map<String, Call> paths = paths(crowd.mark());
        paths.values().removeIf(call -> !(call.path() + call.body()).contains(crowd.mark()));
        return shownOf(FEW, read(target, paths));
    }

    /** Broken when the exact number of people stands anywhere but where it is how many answers are left. */
    static AttackResult shownOf(int people, Map<String, String> numbers) {
        List<String> exact = numbers.entrySet().stream()
                .filter(number -> number.getValue().equals(Integer.toString(people)))
                .filter(number -> !number.getKey().toLowerCase(Locale.ROOT).endsWith("left"))
                .map(number -> number.getKey() + " is " + people)
                .toList();
        return AttackResult.of(exact, people + " people, " + numbers.size() + " numbers of other things were shown");
    }

    private static AttackResult byTime(Target target) throws IOException, InterruptedException, ExecutionException {
        Crowd crowd = new Crowd(target);
        crowd.open();
        crowd.gather(CROWD);
        settled(target, crowd, CROWD);
        Map<String, Call> paths = paths(crowd.mark());
        NumberWatch watch = new NumberWatch();
        Random coin = new Random(TRIALS);
        int acted = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            Shopper person = crowd.newcomer();
            boolean acts = coin.nextBoolean();
            Map<String, String> before = read(target, paths);
            if (acts) {
                crowd.act(person);
                acted++;
                settled(target, crowd, CROWD + acted);
            }
            watch.add(before, read(target, paths), acts);
        }
        return watch.judged();
    }

    /** Every path with numbers of people that a marketer or an analyst reads. */
    private static Map<String, Call> paths(String mark) {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        ObjectNode rule =
                Json.object().put("text", "did(product_view where product = \"" + mark + "\") and did(order)");
        ObjectNode days = Json.object();
        days.putObject("range").put("from", today).put("to", today);
        Map<String, Call> paths = new LinkedHashMap<>();
        paths.put("segment", Call.get(Part.PROFILE, "/v1/segments/" + mark));
        paths.put("segments", Call.get(Part.PROFILE, "/v1/segments"));
        paths.put("segment history", Call.get(Part.PROFILE, "/v1/segments/" + mark + "/history"));
        paths.put("preview", Call.post(Part.PROFILE, "/v1/segment-rules/previews", rule));
        paths.put("feedback", Call.get(Part.RECOMMENDER, "/v1/feedback?bucket=all"));
        paths.put("feedback by placement", Call.get(Part.RECOMMENDER, "/v1/feedback?bucket=day&by=placement"));
        paths.put("spread of feedback", Call.get(Part.RECOMMENDER, "/v1/feedback/spread"));
        paths.put("assistant", Call.get(Part.RECOMMENDER, "/v1/assistant/report"));
        paths.put("unanswered questions", Call.get(Part.RECOMMENDER, "/v1/assistant/unanswered"));
        paths.put("journeys", Call.get(Part.CAMPAIGN, "/v1/journeys?campaign=" + mark));
        paths.put("campaign report", Call.get(Part.CAMPAIGN, "/v1/campaigns/" + mark + "/report"));
        paths.put("report of a welcome", Call.get(Part.CAMPAIGN, "/v1/campaigns/welcome/report"));
        paths.put("bandit", Call.get(Part.CAMPAIGN, "/v1/campaigns/" + mark + "/bandit"));
        paths.put("uplift", Call.get(Part.CAMPAIGN, "/v1/campaigns/" + mark + "/uplift"));
        paths.put("experiment", Call.get(Part.CAMPAIGN, "/v1/experiments/" + mark + "/report"));
        paths.put("dry run", Call.post(Part.CAMPAIGN, "/v1/campaigns/" + mark + "/dry-run", Json.object()));
        return paths;
    }

    private static Map<String, String> read(Target target, Map<String, Call> paths) {
        Map<String, String> numbers = new LinkedHashMap<>();
        paths.forEach((name, call) -> {
            var reply = target.send(call.as(Objects.requireNonNull(READERS.get(call.part()))));
            if (reply.ok()) {
                numbers(name, reply.json(), numbers);
            }
        });
        return numbers;
    }

    /** The numbers of an answer by path and pointer. */
    private static void numbers(String at, JsonNode node, Map<String, String> into) {
        if (node.isNumber()) {
            into.put(at, node.asText());
        } else if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> numbers(at + "/" + field.getKey(), field.getValue(), into));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                numbers(at + "/" + i, array.get(i), into);
            }
        }
    }

    /** Waits until so many people of the crowd are counted by every service. */
    private static void settled(Target target, Crowd crowd, int people) {
        Map<Part, String> counts = Map.of(
                Part.RECOMMENDER,
                "select count(*) from (select from interaction where product_id = ? group by pseudonym"
                        + " having count(distinct type) > 1) bought",
                Part.CAMPAIGN,
                "select count(distinct pseudonym) from journey where campaign_id = ?",
                Part.PROFILE,
                "select count(distinct pseudonym) from segment_member where segment_id = ?");
        counts.forEach((part, query) -> Shoppers.until(
                () -> count(target, part, query, crowd.mark()) >= people,
                part.label() + " has not counted " + people + " people: " + count(target, part, query, crowd.mark())));
    }

    private static long count(Target target, Part part, String query, String mark) {
        try (Connection database = target.administrator(part);
                PreparedStatement statement = database.prepareStatement(query)) {
            statement.setString(1, mark);
            try (ResultSet count = statement.executeQuery()) {
                count.next();
                return count.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(part.label() + " can't be read: " + e.getMessage(), e);
        }
    }
}
