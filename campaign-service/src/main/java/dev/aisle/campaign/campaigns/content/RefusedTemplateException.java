package dev.aisle.campaign.campaigns.content;

/** Ends the look at a template at what is wrong. */
final class RefusedTemplateException extends RuntimeException {
    private final transient TemplateProblem problem;

    RefusedTemplateException(int line, String message, String fix) {
        super(message);
        this.problem = new TemplateProblem(line, message, fix);
    }

    TemplateProblem problem() {
        return problem;
    }
}
