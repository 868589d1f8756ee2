"""The generators make what they promise: catalogues that validate accepts, journals that both verifiers accept.

    generators_test.py OPSCTL MAKE_JOURNAL
"""
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import make_catalogue  # noqa: E402  (beside this file)


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: exit status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def main(opsctl, make_journal):
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for items in (75, 100):
            make_catalogue.make(HERE.parent.parent / "runbooks", folder / str(items), items)
            checked = run(opsctl, "validate", "--strict", folder / str(items), "--format", "json")
            if f'"runbooks":{items}' not in checked.replace(" ", ""):
                sys.exit(f"not {items} runbooks: {checked}")
        journal = folder / "journal.db"
        run(make_journal, folder / "75", journal, "1500")
        run(opsctl, "verify", "--deep", "--db", journal)
        run(sys.executable, HERE.parent / "verify_journal.py", journal)
        if len(run(opsctl, "--db", journal, "--runbooks", folder / "75", "log", "--format", "tsv").splitlines()) < 1500:
            sys.exit("too few records")
    print("the generators make what opsctl accepts")


main(*sys.argv[1:])
