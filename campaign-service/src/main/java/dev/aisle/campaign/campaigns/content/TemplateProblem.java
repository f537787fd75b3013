package dev.aisle.campaign.campaigns.content;

/**
 * Why a template is refused.
 *
 * @param line of the template, from 1
 */
public record TemplateProblem(int line, String message, String fix) {}
