package dev.aisle.local.campaigns;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.campaigns.CampaignFiles.CampaignFile;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows how files differ from what campaign-service has, and puts them there for a review. */
final class ApplyCampaigns {
    /** Everything is as it should be. */
    static final int DONE = 0;
    /** A file is refused; nothing was changed by it. */
    static final int REFUSED = 2;
    /** There are differences, and nobody said {@code --yes}. */
    static final int DIFFERENT = 3;

    private static final int SHOWN = 60;

    private final ApiClient api;
    private final Progress progress;
    private final String client;

    ApplyCampaigns(ApiClient api, Progress progress, String client) {
        this.api = api;
        this.progress = progress;
        this.client = client;
    }

    /** How a run ends; all files are looked at before anything is changed, and one that is refused keeps all of them back. */
    int run(List<CampaignFile> files, boolean yes) {
        List<CampaignFile> changed = new ArrayList<>();
        int refused = 0;
        for (CampaignFile file : files) {
            Reply reply = api.send(call("POST", file, "/validations"));
            String change = reply.ok() ? reply.json().path("change").asText() : "refused";
            show(file, reply, change);
            boolean draft = change.equals("unchanged")
                    && reply.json().path("stage").asText().equals("draft");
            if (change.equals("created") || change.equals("changed") || draft) {
                changed.add(file);
            }
            refused += change.equals("refused") ? 1 : 0;
        }
        if (refused > 0) {
            progress.say(refused + " of " + files.size() + " refused; nothing was changed.");
            return REFUSED;
        }
        if (changed.isEmpty()) {
            progress.say("Nothing to do.");
            return DONE;
        }
        if (!yes) {
            progress.say(changed.size() + " of " + files.size() + " would change. Again with --yes to apply.");
            return DIFFERENT;
        }
        int failed = 0;
        for (CampaignFile file : changed) {
            failed += apply(file) ? 0 : 1;
        }
        progress.say(changed.size() - failed + " of " + changed.size()
                + " saved and in review. Somebody else approves: ./aisle campaigns approve ID");
        return failed == 0 ? DONE : REFUSED;
    }

    /** Saves one and asks for a review of it. */
    private boolean apply(CampaignFile file) {
        String path = "/v1/campaigns/" + file.id();
        Reply before = api.send(Call.get(Part.CAMPAIGN, path).as(client));
        Call save = call("PUT", file, "");
        Reply saved = api.send(before.ok() ? save.header("If-Match", tag(before.json())) : save);
        if (!saved.ok()) {
            return failed(file, saved);
        }
        Reply submitted =
                api.send(Call.post(Part.CAMPAIGN, path + "/steps", Json.object().put("step", "submit"))
                        .as(client)
                        .header("If-Match", tag(saved.json())));
        return submitted.ok() || failed(file, submitted);
    }

    private boolean failed(CampaignFile file, Reply reply) {
        progress.say("! " + file.id() + "  " + reply.complaint());
        return false;
    }

    static String tag(JsonNode campaign) {
        return "\"r" + campaign.path("revision").asText() + "\"";
    }

    private Call call(String method, CampaignFile file, String under) {
        return new Call(
                method,
                Part.CAMPAIGN,
                "/v1/campaigns/" + file.id() + under,
                client,
                file.text(),
                Map.of("Content-Type", file.mediaType()));
    }

    private void show(CampaignFile file, Reply reply, String change) {
        JsonNode answer = reply.json();
        switch (change) {
            case "created" -> progress.say("+ " + file.id() + "  new");
            case "unchanged" ->
                progress.say("= " + file.id()
                        + (answer.path("stage").asText().equals("draft") ? "  a draft that isn't in review yet" : ""));
            case "changed" -> {
                int newest = answer.path("newest").asInt();
                progress.say("~ " + file.id() + "  version " + newest + " → " + (newest + 1));
                answer.path("differences")
                        .forEach(one -> line(
                                one.path("place").asText(),
                                shown(one.path("before")) + " → " + shown(one.path("after"))));
            }
            default -> {
                progress.say("! " + file.id() + "  refused (" + file.path() + ")");
                if (answer.path("errors").isEmpty()) {
                    line("", reply.complaint());
                }
                answer.path("errors")
                        .forEach(one -> line(
                                one.path("field").asText(),
                                (one.path("message").asText() + " "
                                                + one.path("fix").asText())
                                        .strip()));
            }
        }
    }

    private void line(String place, String text) {
        progress.say(String.format(Locale.ROOT, "    %-32s %s", place, text));
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() || value.isNull() ? "nothing" : Json.write(value);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
