skip-link = Till innehållet
egen rubrik = Hej
