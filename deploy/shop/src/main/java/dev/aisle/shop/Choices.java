package dev.aisle.shop;

import static dev.aisle.shop.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.shop.gateway.Privacy;
import dev.aisle.shop.gateway.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The switches for what a visitor allows: the banner of the first page, and a strip on every other one. */
final class Choices {
    /** What this shop asks for; the suite knows more purposes. */
    static final List<String> PURPOSES =
            List.of("personalization", "analytics", "model_training", "ads_targeted", "marketing_email");

    /** The made shop is in Germany and believes everybody to be grown up; a real one knows. */
    static final Privacy.Circumstances WHERE = new Privacy.Circumstances("DE", "adult", "settings");

    private static final String NOTICE = "1";

    private Choices() {}

    /** The latest text that people were shown, by its version. */
    static String notice(Privacy privacy) {
        JsonNode all = privacy.notices().json().path("notices");
        return all.isEmpty() ? NOTICE : all.path(all.size() - 1).path("version").asText(NOTICE);
    }

    /** The strip; open as long as the visitor hasn't answered. */
    static Html strip(Visit visit) {
        Words words = visit.words();
        Optional<JsonNode> consents = visit.me()
                .map(me -> visit.apis().privacy().consents(me))
                .filter(Reply::ok)
                .map(Reply::json);
        if (consents.isEmpty()) {
            return tag("p", "choices-none").text(words.of("choices.unreachable"));
        }
        JsonNode decisions = consents.get().path("decisions");
        long allowed =
                PURPOSES.stream().filter(purpose -> granted(decisions, purpose)).count();
        boolean asked = consents.get().path("version").asLong() > 0;
        Html strip = tag("details", "choices")
                .add(tag("summary").text(words.of(asked ? "choices.some" : "choices.ask", allowed, PURPOSES.size())));
        Html inside = tag("div", "inside");
        boolean choosing = visit.visitor().choosing();
        if (!asked || choosing) {
            strip.with("open", "");
        }
        if (!asked) {
            inside.add(tag("p").text(words.of("choices.words")));
        }
        Html switches = tag("div", "switches");
        PURPOSES.forEach(purpose -> switches.add(turn(visit, purpose, granted(decisions, purpose))));
        inside.add(
                switches,
                tag("div", "all")
                        .add(
                                answer(visit, "all", "grant", words.of("choices.all")),
                                answer(visit, "all", "deny", words.of("choices.none")),
                                tag("a").with("href", visit.at("/account")).text(words.of("choices.more"))));
        return strip.add(inside);
    }

    private static boolean granted(JsonNode decisions, String purpose) {
        return decisions.path(purpose).asText().equals("grant");
    }

    private static Html turn(Visit visit, String purpose, boolean on) {
        Html button = tag("button", "switch")
                .with("role", "switch")
                .with("aria-checked", Boolean.toString(on))
                .text(visit.words().of("purpose." + purpose));
        return form(visit, purpose, on ? "deny" : "grant").add(button);
    }

    private static Html answer(Visit visit, String purpose, String answer, String label) {
        return form(visit, purpose, answer).add(tag("button").text(label));
    }

    private static Html form(Visit visit, String purpose, String answer) {
        return tag("form")
                .with("method", "post")
                .with("action", visit.at("/choices"))
                .add(hidden("purpose", purpose), hidden("answer", answer), hidden("back", visit.at(visit.path())));
    }

    private static Html hidden(String name, String value) {
        return tag("input").with("type", "hidden").with("name", name).with("value", value);
    }

    /** Does what a switch says, and tells on the next page what it changed. */
    static void change(Visit visit, String purpose, boolean grant) {
        if (visit.me().isEmpty() || !(purpose.equals("all") || PURPOSES.contains(purpose))) {
            return;
        }
        String me = visit.me().get();
        visit.visitor().chose();
        Privacy privacy = visit.apis().privacy();
        long before = grant ? 0 : records(privacy, me);
        long start = System.nanoTime();
        Reply reply = !grant && !purpose.equals("all")
                ? privacy.withdraw(me, purpose, visit.language().tag())
                : privacy.record(me, decisions(purpose, grant), notice(privacy), WHERE);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        visit.visitor().say(said(visit, reply, grant, millis, before, grant ? 0 : records(privacy, me)));
    }

    private static ObjectNode decisions(String purpose, boolean grant) {
        ObjectNode decisions = Reply.JSON.createObjectNode();
        List<String> named = purpose.equals("all") ? PURPOSES : List.of(purpose);
        named.forEach(name -> decisions.put(name, grant ? "grant" : "deny"));
        return decisions;
    }

    private static String said(Visit visit, Reply reply, boolean grant, long millis, long before, long after) {
        Words words = visit.words();
        if (!reply.ok()) {
            return words.of("choices.failed");
        }
        if (grant) {
            return words.of("choices.granted");
        }
        return words.of(reply.status() == 202 ? "choices.leaving" : "choices.gone", millis, before, after);
    }

    /** How many records all services have of somebody. */
    private static long records(Privacy privacy, String me) {
        long sum = 0;
        for (JsonNode service : privacy.erasurePreview(me).json().path("records")) {
            for (JsonNode count : service) {
                sum += count.asLong();
            }
        }
        return sum;
    }
}
