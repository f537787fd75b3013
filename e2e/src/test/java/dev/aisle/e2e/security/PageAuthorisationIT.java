package dev.aisle.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.e2e.console.ConsoleStack;
import dev.aisle.local.stack.Part;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page of the consoles, asked by nobody and by each role; forms are asked by those who may not, so that nothing is brought about. */
class PageAuthorisationIT {
    private static final List<String> PEOPLE = List.of("marketer", "analyst", "privacy-officer", "operator", "auditor");

    private final WrongAnswers wrong = new WrongAnswers();

    @BeforeAll
    static void start() {
        ConsoleStack.startServices();
    }

    @Test
    void everyPageLetsInItsRolesAndNobodyElse() {
        List<Route> pages = Routes.all().stream()
                .filter(route -> route.isPage() && route.needsRole())
                .distinct()
                .toList();
        assertThat(pages).hasSizeGreaterThan(100);
        try (Visitor nobody = Visitor.withoutCookies()) {
            pages.forEach(page -> {
                int status = nobody.ask(page.method(), Routes.at(page)).statusCode();
                if (!List.of(302, 303, 401, 403, 499).contains(status)) {
                    wrong.add(page.line() + " without a session: " + status);
                }
            });
        }
        for (String role : PEOPLE) {
            try (Visitor visitor = new Visitor()) {
                visitor.signIn(ConsoleStack.at(Part.CAMPAIGN, "/console"), role);
                pages.forEach(page -> visit(page, role, visitor));
            }
        }

        wrong.none();
    }

    private void visit(Route page, String role, Visitor visitor) {
        boolean allowed = page.roles().contains(role);
        if (allowed && !page.method().equals("GET")) {
            return;
        }
        if (!allowed) {
            wrong.expect(page, role, visitor.ask(page.method(), Routes.at(page)), 403);
        } else {
            wrong.expectLetIn(page, role, () -> visitor.ask(page.method(), Routes.at(page)));
        }
    }

    @Test
    void aSessionOpensNoApiAndATokenNoPage() {
        try (Visitor visitor = new Visitor()) {
            visitor.signIn(ConsoleStack.at(Part.CAMPAIGN, "/console"), "operator");
            URI models = ConsoleStack.at(Part.RECOMMENDER, "/v1/models");

            assertThat(visitor.ask("GET", models).statusCode()).isEqualTo(401);
        }
        assertThat(Routes.get(Part.INGEST, "/console/flow", ConsoleStack.token("operator"))
                        .statusCode())
                .isNotEqualTo(200);
    }
}
