package dev.aisle.recommender.interactions.feedback.edge;

import dev.aisle.platform.console.Console;
import dev.aisle.platform.security.Role;
import java.util.ArrayList;
import java.util.List;

/** The pages of the recommendations' area that the person may see. */
public record Tabs(List<Tab> all) {
    private static final String ROOT = "/console/recommendations";

    public Tabs {
        all = List.copyOf(all);
    }

    /**
     * A page.
     *
     * @param key of its name in the words
     */
    public record Tab(String key, String address, boolean current) {}

    /** With this one open: {@code quality}, {@code models} or {@code trainings}. */
    public static Tabs at(String open, Console console) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab("recommendations_quality", ROOT, open.equals("quality")));
        if (console.may(Role.OPERATOR)) {
            tabs.add(new Tab("recommendations_models", ROOT + "/models", open.equals("models")));
            tabs.add(new Tab("recommendations_trainings", ROOT + "/trainings", open.equals("trainings")));
        }
        return new Tabs(tabs);
    }
}
