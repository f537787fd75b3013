package dev.aisle.assistant.shared;

import dev.aisle.platform.console.Console;
import dev.aisle.platform.security.Role;
import java.util.ArrayList;
import java.util.List;

/** The pages of the assistant's area that the person may see. */
public record AssistantTabs(List<Tab> all) {
    private static final String ROOT = "/console/assistant";

    public AssistantTabs {
        all = List.copyOf(all);
    }

    /**
     * A page.
     *
     * @param key of its name in the words
     */
    public record Tab(String key, String address, boolean current) {}

    /** With this one open: {@code report}, {@code unanswered}, {@code articles} or {@code understanding}. */
    public static AssistantTabs at(String open, Console console) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab("assistant_report", ROOT, open.equals("report")));
        if (console.may(Role.MARKETER) || console.may(Role.ANALYST)) {
            tabs.add(new Tab("assistant_unanswered", ROOT + "/unanswered", open.equals("unanswered")));
        }
        tabs.add(new Tab("assistant_articles", ROOT + "/articles", open.equals("articles")));
        tabs.add(new Tab("assistant_understanding", ROOT + "/understanding", open.equals("understanding")));
        return new AssistantTabs(tabs);
    }
}
