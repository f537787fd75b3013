package dev.aisle.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Reply;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import java.util.Locale;

/** Tells the demo: chapters, each real call in one line with its status and time, and what it means. */
final class Story {
    private final ApiClient api;
    private final Progress progress;
    private int chapters;

    Story(ApiClient api, Progress progress) {
        this.api = api;
        this.progress = progress;
    }

    void chapter(String title) {
        chapters++;
        progress.say("");
        progress.step(chapters + ". " + title);
    }

    void say(String text) {
        progress.say("          " + text);
    }

    /** Sends a call that must succeed, and shows it. */
    Reply show(Call call) {
        var reply = api.send(call);
        tell(call, reply);
        if (!reply.ok()) {
            throw new CommandFailure("The demo stops here: " + reply.complaint());
        }
        return reply;
    }

    /** Sends a call whose status is part of the story. */
    Reply showAny(Call call) {
        var reply = api.send(call);
        tell(call, reply);
        return reply;
    }

    /** Sends a call of a kind that was shown before. */
    Reply quietly(Call call) {
        return api.require(call);
    }

    /** Shows a call that was sent already. */
    void tell(Call call, Reply reply) {
        progress.say(String.format(
                Locale.ROOT, "          > %s   [%d, %d ms]", api.spoken(call), reply.status(), reply.millis()));
    }

    /** The items of a recommendation, each with its reason in words. */
    void items(JsonNode answer) {
        for (var item : answer.path("items")) {
            var price = item.path("price").asText("");
            var reason = item.path("reason").path("text").asText("");
            say(String.format(
                    Locale.ROOT,
                    "  %-44s %8s  %s",
                    shortened(item.path("title").asText(item.path("productId").asText())),
                    price,
                    reason));
        }
    }

    private static String shortened(String title) {
        return title.length() <= 44 ? title : title.substring(0, 43) + "…";
    }
}
