package dev.tracewright.experiment;

import dev.tracewright.trace.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The prompt templates that a study can name: the built-in ones and a person's own, every version kept, so that what was asked
 * once stays known. Immutable; adding gives a new library.
 */
public final class TemplateLibrary {
    /**
     * One version of a template.
     *
     * @param id name and version
     * @param role what it is for
     * @param template the text with its places
     * @param builtIn whether it comes with the program
     */
    public record Entry(TemplateName id, TemplateRole role, PromptTemplate template, boolean builtIn) {}

    /**
     * What adding a text gave.
     *
     * @param library the library with it
     * @param entry the version that has the text, new or known before
     */
    public record Added(TemplateLibrary library, Entry entry) {}

    /**
     * The paper's Table 1 ({@code paper/…}) and what the authors published beside it ({@code authors/…}): Plan-and-Solve of
     * their test suite and their later prompts. {@link Templates} tells where each comes from.
     */
    public static final TemplateLibrary BUILT_IN = builtIn();

    private final Map<String, NavigableMap<Integer, Entry>> versions;

    private TemplateLibrary(Map<String, NavigableMap<Integer, Entry>> versions) {
        this.versions = versions;
    }

    private static TemplateLibrary builtIn() {
        Map<String, NavigableMap<Integer, Entry>> all = new LinkedHashMap<>();
        Templates paper = Templates.PAPER;
        Templates later = Templates.AUTHORS_LATER;
        builtIn(all, "paper/standard", TemplateRole.STANDARD, paper.standard());
        builtIn(all, "paper/chain-of-thought", TemplateRole.CHAIN_OF_THOUGHT, paper.chainOfThought());
        builtIn(all, "paper/delegation", TemplateRole.DELEGATION, paper.delegation());
        builtIn(all, "paper/solution", TemplateRole.SOLUTION, paper.solution());
        builtIn(all, "authors/plan-and-solve", TemplateRole.PLAN_AND_SOLVE, paper.planAndSolve());
        builtIn(all, "authors/delegation", TemplateRole.DELEGATION, later.delegation());
        builtIn(all, "authors/solution", TemplateRole.SOLUTION, later.solution());
        return new TemplateLibrary(all);
    }

    private static void builtIn(
            Map<String, NavigableMap<Integer, Entry>> all, String name, TemplateRole role, PromptTemplate template) {
        NavigableMap<Integer, Entry> first = new TreeMap<>();
        first.put(1, new Entry(new TemplateName(name, 1), role, template, true));
        all.put(name, first);
    }

    /** Every version of every template: the built-in ones first, the versions of one name in order. */
    public List<Entry> entries() {
        return versions.values().stream().flatMap(of -> of.values().stream()).toList();
    }

    /** The names without versions, the built-in ones first. */
    public List<String> names() {
        return List.copyOf(versions.keySet());
    }

    /** The template of this name: the version that it says, or the newest one. */
    public Optional<Entry> find(TemplateName name) {
        NavigableMap<Integer, Entry> found = versions.get(name.name());
        if (found == null) {
            return Optional.empty();
        }
        Integer version = name.version();
        return version == null ? Optional.of(found.lastEntry().getValue()) : Optional.ofNullable(found.get(version));
    }

    /**
     * Adds a text under a name: as its first version, or as the next one. A text that the name already has stays that version.
     *
     * @param name without a version
     * @throws IllegalArgumentException in a sentence, when the name is none, belongs to a built-in template or to one of
     *     another role, or the text lacks a placeholder or has an unknown one
     */
    public Added add(String name, TemplateRole role, String text) {
        NavigableMap<Integer, Entry> there = versions.get(new TemplateName(name, null).name());
        int next = 1;
        if (there != null) {
            for (Entry entry : there.values()) {
                if (entry.role() == role && entry.template().text().equals(text)) {
                    return new Added(this, entry);
                }
            }
            next = there.lastKey() + 1;
        }
        OwnTemplate own = new OwnTemplate(name, next, role, text);
        TemplateLibrary more = with(List.of(own));
        return new Added(more, more.find(own.id()).orElseThrow());
    }

    /**
     * The library with templates in the versions they say, such as those a plan brings along or a person made before.
     *
     * @throws IllegalArgumentException in a sentence, as {@link #add} does, and when a version has another text already
     */
    public TemplateLibrary with(List<OwnTemplate> templates) {
        if (templates.isEmpty()) {
            return this;
        }
        Map<String, NavigableMap<Integer, Entry>> all = new LinkedHashMap<>();
        versions.forEach((name, of) -> all.put(name, new TreeMap<>(of)));
        for (OwnTemplate own : templates) {
            put(all.computeIfAbsent(own.name(), name -> new TreeMap<>()), own);
        }
        return new TemplateLibrary(Collections.unmodifiableMap(all));
    }

    private static void put(NavigableMap<Integer, Entry> there, OwnTemplate own) {
        if (!there.isEmpty() && there.firstEntry().getValue().builtIn()) {
            throw new IllegalArgumentException(
                    "The name " + own.name() + " belongs to a built-in template; give your own another name.");
        }
        if (!there.isEmpty() && there.firstEntry().getValue().role() != own.role()) {
            throw new IllegalArgumentException("The template " + own.name() + " has the role "
                    + there.firstEntry().getValue().role().key() + ", so no version of it can have the role "
                    + own.role().key() + ".");
        }
        PromptTemplate template;
        try {
            template = own.role().template(own.text());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The template " + own.id() + " cannot be used: " + e.getMessage() + ".", e);
        }
        Entry before = there.putIfAbsent(own.version(), new Entry(own.id(), own.role(), template, false));
        if (before != null && !before.template().equals(template)) {
            throw new IllegalArgumentException(
                    "The template " + own.id() + " exists already with another text; make it a new version.");
        }
    }

    /**
     * What a model would be sent for a problem.
     *
     * @param steps the delegated steps for a solution template; null shows the placeholder in their place
     */
    public static String preview(Entry entry, Problem problem, @Nullable String steps) {
        if (entry.role() != TemplateRole.SOLUTION) {
            return entry.template().fill(problem.question());
        }
        String shown = steps == null ? PromptTemplate.Placeholder.STEPS.written() : steps;
        return entry.template().fill(problem.question(), shown);
    }

    /** What a study asks, found in a library. */
    record Found(
            StudyPrompt prompt, Entry template, @Nullable Entry delegation) {
        /** Whether it asks the same in the same words as another one, whatever the templates are called. */
        boolean sameAs(Found other) {
            return prompt.approach() == other.prompt.approach()
                    && template.template().equals(other.template.template())
                    && (delegation == null
                            || other.delegation == null
                            || delegation.template().equals(other.delegation.template()));
        }
    }

    /**
     * The templates of a prompt.
     *
     * @throws IllegalArgumentException in a sentence, when one is unknown or for something else
     */
    Found find(StudyPrompt prompt) {
        TemplateName delegation = prompt.delegation();
        return new Found(
                prompt,
                find(prompt.template(), TemplateRole.solving(prompt.approach())),
                delegation == null ? null : find(delegation, TemplateRole.DELEGATION));
    }

    private Entry find(TemplateName name, TemplateRole role) {
        Entry entry = find(name).orElseThrow(() -> new IllegalArgumentException(unknown(name)));
        if (entry.role() != role) {
            throw new IllegalArgumentException("The template " + name + " is for "
                    + entry.role().key() + " and cannot be used for " + role.key() + ".");
        }
        return entry;
    }

    private String unknown(TemplateName name) {
        NavigableMap<Integer, Entry> there = versions.get(name.name());
        if (there != null) {
            return "The template " + name.name() + " has no version " + name.version() + "; its newest is "
                    + there.lastKey() + ".";
        }
        return "The template " + name + " is unknown"
                + Nearest.to(name.name(), versions.keySet())
                        .map(near -> "; did you mean " + near + "?")
                        .orElse(".");
    }
}
