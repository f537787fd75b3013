package dev.aisle.shop;

import java.util.Optional;

/** What the pages' forms send; each ends on a page, by GET. */
final class Forms {
    private static final String PATH = "/(en|zh)(/[A-Za-z0-9._~%-]+)*/?(\\?[A-Za-z0-9._~%=&+-]*)?";

    private final Shelf shelf;
    private final Checkout checkout;
    private final Visitors visitors;

    Forms(Shelf shelf, Checkout checkout, Visitors visitors) {
        this.shelf = shelf;
        this.checkout = checkout;
        this.visitors = visitors;
    }

    /**
     * The answer to a form.
     *
     * @param form its name in the address
     */
    Answer posted(Question question, Visit visit, String form) {
        return switch (form) {
            case "sign-in" -> signIn(question, visit);
            case "choices" -> choices(question, visit);
            case "cart" -> cart(question, visit);
            case "coupon" -> coupon(question, visit);
            case "order" -> order(visit);
            case "cancel" -> cancel(question, visit);
            default -> Answer.nothing(404);
        };
    }

    /**
     * Logging in links this browser to the customer, under a new cookie: nobody who knew the old one is logged in with it. Logging out, or in as
     * somebody else, begins a new visit, of which nobody knows the old one.
     */
    private Answer signIn(Question question, Visit visit) {
        String before = question.cookie(Visitors.COOKIE);
        Optional<Shopper> wanted = Shopper.of(question.parameter("shopper"));
        boolean stranger = wanted.isEmpty() || visit.shopper().isPresent();
        String cookie = stranger ? visitors.begunAfter(before) : visitors.renewed(before, visit.visitor());
        Visitor visitor = visitors.find(cookie).orElseThrow();
        visitor.hears(question.globalPrivacyControl());
        wanted.ifPresent(shopper -> greet(visitor, shopper, visit.words()));
        return Answer.to(visit.at("/")).with("Set-Cookie", Visitors.header(cookie));
    }

    private static void greet(Visitor visitor, Shopper shopper, Words words) {
        visitor.logIn(shopper);
        visitor.apis().door().identify(visitor.actor());
        visitor.say(words.of("signin.done", shopper.title()));
    }

    private static Answer choices(Question question, Visit visit) {
        Choices.change(
                visit,
                question.parameter("purpose"),
                question.parameter("answer").equals("grant"));
        String back = question.parameter("back");
        return Answer.to(back.matches(PATH) ? back : visit.at("/"));
    }

    private Answer cart(Question question, Visit visit) {
        String count = question.parameter("count");
        shelf.find(question.parameter("product")).ifPresent(product -> {
            if (count.isEmpty()) {
                visit.visitor().cart().add(product.id());
                Tell.added(visit.visitor(), product);
            } else if (count.matches("\\d{1,3}")) {
                visit.visitor().cart().set(product.id(), Integer.parseInt(count));
            }
        });
        return Answer.to(visit.at("/cart"));
    }

    private static Answer coupon(Question question, Visit visit) {
        visit.visitor().cart().code(question.parameter("code"));
        if (visit.visitor().cart().products().isEmpty()) {
            visit.visitor().say(visit.words().of("coupon.kept"));
        }
        return Answer.to(visit.at("/cart"));
    }

    private Answer order(Visit visit) {
        return switch (checkout.order(visit)) {
            case Checkout.Outcome.Placed placed -> {
                visit.visitor()
                        .say(visit.words().of("order.done", placed.order().number()));
                yield Answer.to(visit.at("/orders"));
            }
            case Checkout.Outcome.Refused refused -> {
                visit.visitor().say(refused.why());
                yield Answer.to(visit.at("/cart"));
            }
            case Checkout.Outcome.Empty _ -> Answer.to(visit.at("/cart"));
        };
    }

    private Answer cancel(Question question, Visit visit) {
        boolean cancelled = checkout.cancel(visit, question.parameter("number"));
        visit.visitor().say(visit.words().of(cancelled ? "order.undone" : "order.kept"));
        return Answer.to(visit.at("/orders"));
    }
}
