package dev.aisle.shop;

import static dev.aisle.shop.Html.tag;

/** What is known of a visitor, and how to change it: the preference centre of privacy-service in a page of the shop. */
final class AccountPage {
    private final Layout layout;

    AccountPage(Layout layout) {
        this.layout = layout;
    }

    String page(Visit visit) {
        Words words = visit.words();
        return layout.page(
                visit,
                words.of("account"),
                "",
                tag("h1").text(words.of("account")),
                tag("p").text(visit.shopper()
                        .map(shopper -> words.of("account.known", shopper.title()))
                        .orElse(words.of("account.unknown"))),
                tag("script")
                        .with("src", layout.preferences().toString())
                        .with("data-gateway", "/preferences")
                        .with("data-locale", visit.tag()));
    }
}
