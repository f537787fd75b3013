package dev.aisle.shop;

/** Finds the page of a path such as {@code /en/products/p00001}. */
final class Pages {
    private final Shelf shelf;
    private final Articles articles;
    private final Counter counter;
    private final Orders orders;
    private final HomePage home;
    private final ProductPages products;
    private final CartPage cart;
    private final AccountPage account;
    private final PersonPages persons;

    Pages(Shelf shelf, Articles articles, Counter counter, Orders orders, Layout layout) {
        Lists lists = new Lists(shelf);
        this.shelf = shelf;
        this.articles = articles;
        this.counter = counter;
        this.orders = orders;
        this.home = new HomePage(shelf, lists, layout);
        this.products = new ProductPages(shelf, lists, layout);
        this.cart = new CartPage(shelf, lists, layout);
        this.account = new AccountPage(layout);
        this.persons = new PersonPages(shelf, articles, layout);
    }

    /**
     * The page.
     *
     * @param path behind the language, with the slash in front
     */
    Answer page(Question question, Visit visit, String path) {
        String[] parts = path.substring(1).split("/", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "" -> Answer.page(200, home.page(visit));
            case "kinds" ->
                Shelf.kind(rest)
                        .map(kind -> Answer.page(200, products.kind(visit, kind)))
                        .orElseGet(() -> gone(visit));
            case "products" ->
                shelf.find(rest)
                        .map(product -> Answer.page(200, products.product(visit, product)))
                        .orElseGet(() -> gone(visit));
            case "search" -> Answer.page(200, products.search(visit, question.parameter("q")));
            case "ads" -> advertised(visit, rest);
            case "cart" -> Answer.page(200, cart.page(visit));
            case "account" -> Answer.page(200, account.page(visit));
            case "help" -> help(visit, rest);
            case "sign-in" -> Answer.page(200, persons.signIn(visit));
            case "orders" -> ordered(visit);
            case "desk" -> Answer.page(200, persons.desk(visit, counter.handedOver()));
            default -> gone(visit);
        };
    }

    /** An ad that was followed: its click is told, once for each time it was shown, and the visitor goes on to the product. */
    private Answer advertised(Visit visit, String ad) {
        return visit.visitor()
                .followed(ad)
                .map(followed -> {
                    visit.apis().campaigns().clicked(followed.clickToken());
                    return Answer.to(visit.at("/products/" + followed.productId()));
                })
                .orElseGet(() -> gone(visit));
    }

    private Answer ordered(Visit visit) {
        var own = orders.of(visit.visitor().subject());
        return own.isEmpty() && visit.shopper().isEmpty()
                ? Answer.to(visit.at("/sign-in"))
                : Answer.page(200, persons.orders(visit, own));
    }

    private Answer help(Visit visit, String id) {
        return id.isEmpty()
                ? Answer.page(200, persons.help(visit))
                : articles.find(id, visit.language())
                        .map(article -> Answer.page(200, persons.article(visit, article)))
                        .orElseGet(() -> gone(visit));
    }

    private Answer gone(Visit visit) {
        return Answer.page(404, persons.gone(visit));
    }
}
