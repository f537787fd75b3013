package dev.aisle.shop;

import dev.aisle.shop.gateway.Door;

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

    /** Logging in links this browser to the customer; logging out begins a new visit, of which nobody knows the old one. */
    private Answer signIn(Question question, Visit visit) {
        Answer home = Answer.to(visit.at("/"));
        return Shopper.of(question.parameter("shopper"))
                .map(shopper -> {
                    visit.visitor().logIn(shopper);
                    Door door = visit.apis().door();
                    door.identify(visit.visitor().actor());
                    visit.visitor().say(visit.words().of("signin.done", shopper.title()));
                    return home;
                })
                .orElseGet(() -> home.with("Set-Cookie", Visitors.header(visitors.begin())));
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
