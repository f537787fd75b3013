package dev.aisle.local.campaigns;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code ./aisle campaigns apply|list|show|report|learned|policy|approve|pause|resume|end}. */
public final class CampaignsCommand {
    private static final String PATH = "/v1/campaigns";
    private static final List<String> STEPS = List.of("submit", "approve", "reject", "pause", "resume", "end");
    /** Who acts where nothing is said. Approving takes somebody else than writing. */
    private static final String WRITER = "demo";

    private static final String APPROVER = "marketer";

    private final Arguments arguments;
    private final ApiClient api;
    private final Progress progress;

    public CampaignsCommand(Arguments arguments, Layout layout, Progress progress) {
        this(arguments, new ApiClient(layout.ports()), progress);
    }

    CampaignsCommand(Arguments arguments, ApiClient api, Progress progress) {
        this.arguments = arguments;
        this.api = api;
        this.progress = progress;
    }

    public int run() {
        arguments.allow("port-base", "home", "file", "yes", "dry-run", "as", "note");
        List<String> words = arguments.operands();
        String what = words.isEmpty() ? "" : words.getFirst();
        if (what.equals("apply") && words.size() == 1) {
            Path place = arguments
                    .option("file")
                    .map(Path::of)
                    .orElseThrow(() -> new CommandFailure("Which files? ./aisle campaigns apply -f FOLDER|FILE"));
            if (arguments.has("yes") && arguments.has("dry-run")) {
                throw new CommandFailure("--yes and --dry-run contradict each other.");
            }
            int code = new ApplyCampaigns(api, progress, client(WRITER))
                    .run(CampaignFiles.of(place), arguments.has("yes"));
            return arguments.has("dry-run") && code == ApplyCampaigns.DIFFERENT ? ApplyCampaigns.DONE : code;
        }
        if (what.equals("list") && words.size() == 1) {
            return list();
        }
        if (words.size() == 2 && what.equals("show")) {
            return show(words.get(1));
        }
        if (words.size() == 2 && what.equals("report")) {
            JsonNode report = api.require(Call.get(Part.CAMPAIGN, PATH + "/" + words.get(1) + "/report")
                            .as(client(WRITER)))
                    .json();
            CampaignReport.lines(report).forEach(progress::say);
            return 0;
        }
        if (words.size() == 2 && what.equals("learned")) {
            return say(Call.get(Part.CAMPAIGN, PATH + "/" + words.get(1) + "/bandit"));
        }
        if (words.size() == 2 && what.equals("policy")) {
            return say(Call.post(Part.CAMPAIGN, "/v1/policy-evaluations", policy(words.get(1))));
        }
        if (words.size() == 2 && STEPS.contains(what)) {
            return step(what, words.get(1));
        }
        throw new CommandFailure(
                "Expected ./aisle campaigns apply -f FOLDER, list, show ID, report ID, learned ID, policy ID -f FILE, or "
                        + String.join(", ", STEPS) + " with an ID.");
    }

    /** What a policy in a file would have earned on the log of a campaign. */
    private JsonNode policy(String id) {
        Path file = arguments
                .option("file")
                .map(Path::of)
                .orElseThrow(() -> new CommandFailure("Which policy? ./aisle campaigns policy " + id
                        + " -f FILE, with {\"always\": \"VARIATION\"} in it."));
        try {
            return Json.object().put("campaign", id).set("policy", Json.read(Files.readString(file)));
        } catch (IOException e) {
            throw new CommandFailure(file + " can't be read: " + e.getMessage());
        }
    }

    private int say(Call call) {
        api.require(call.as(client(WRITER))).json().path("words").forEach(words -> progress.say(words.asText()));
        return 0;
    }

    private String client(String otherwise) {
        return arguments.option("as").orElse(otherwise);
    }

    private int list() {
        JsonNode campaigns = api.require(Call.get(Part.CAMPAIGN, PATH).as(client(WRITER)))
                .json()
                .path("campaigns");
        progress.say(row("id", "kind", "state", "version", "waiting"));
        campaigns.forEach(one -> progress.say(row(
                        one.path("id").asText(),
                        one.path("kind").asText(),
                        one.path("state").asText(),
                        one.path("version").asText(),
                        waiting(one.path("waiting")))
                .stripTrailing()));
        return 0;
    }

    private static String row(String id, String kind, String state, String version, String waiting) {
        return String.format(Locale.ROOT, "%-28s %-14s %-10s %-8s %s", id, kind, state, version, waiting);
    }

    private static String waiting(JsonNode waiting) {
        return waiting.isObject()
                ? "version " + waiting.path("version").asText() + " "
                        + waiting.path("stage").asText() + " by "
                        + waiting.path("author").asText()
                : "";
    }

    private int show(String id) {
        JsonNode campaign = read(id).json();
        JsonNode version = campaign.path("version");
        progress.say(id + "  " + campaign.path("state").asText() + ", version "
                + version.path("number").asText() + " (" + version.path("stage").asText() + ") by "
                + version.path("author").asText()
                + (version.hasNonNull("approver")
                        ? ", approved by " + version.path("approver").asText()
                        : ""));
        if (campaign.path("waiting").isObject()) {
            progress.say("  waiting: " + waiting(campaign.path("waiting")));
        }
        progress.say(version.path("definition").toPrettyString());
        api.require(Call.get(Part.CAMPAIGN, PATH + "/" + id + "/history").as(client(WRITER)))
                .json()
                .path("deeds")
                .forEach(deed -> progress.say(String.format(
                                Locale.ROOT,
                                "  %s  version %s  %-8s %s  %s",
                                deed.path("at").asText(),
                                deed.path("version").asText(),
                                deed.path("deed").asText(),
                                deed.path("actor").asText(),
                                deed.path("note").asText())
                        .stripTrailing()));
        return 0;
    }

    private Reply read(String id) {
        if (!id.matches("[a-z0-9-]{1,64}")) {
            throw new CommandFailure("\"" + id + "\" isn't a campaign's id: small letters, digits and hyphens.");
        }
        return api.require(Call.get(Part.CAMPAIGN, PATH + "/" + id).as(client(WRITER)));
    }

    private int step(String step, String id) {
        String who = client(step.equals("approve") ? APPROVER : WRITER);
        var body = Json.object().put("step", step);
        arguments.option("note").ifPresent(note -> body.put("note", note));
        JsonNode after = api.require(Call.post(Part.CAMPAIGN, PATH + "/" + id + "/steps", body)
                        .as(who)
                        .header("If-Match", ApplyCampaigns.tag(read(id).json())))
                .json();
        progress.say(id + "  " + after.path("state").asText() + ", version "
                + after.path("version").path("number").asText());
        return 0;
    }
}
